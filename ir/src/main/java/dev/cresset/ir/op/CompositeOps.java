package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.shape.ResizeShapes;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/**
 * Ops that are programs of other ops: with loops over lists and decisions by sizes, so that no
 * graph of theirs is one for all inputs. Their forwards call the recorded ops, whose gradients are
 * theirs.
 */
public final class CompositeOps {

  /** Products summed over the letters that the result does not have: {@code "ij,jk->ik"}. */
  public static final Op EINSUM =
      program("aten::einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor");

  /** Products summed over pairs of dimensions; those of {@code self} that are left come first. */
  public static final Op TENSORDOT =
      program(
          "aten::tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) ->"
              + " Tensor");

  /** Products of vectors of the last dimension, each with each; a number multiplies. */
  public static final Op INNER = program("aten::inner(Tensor self, Tensor other) -> Tensor");

  /** Each element less the one before it, {@code n} times over. */
  public static final Op DIFF =
      program(
          "aten::diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)"
              + " -> Tensor");

  /**
   * Normalised by sample and channel; the running statistics follow their means over the samples.
   * PyTorch's schema does not say that it writes to them.
   */
  public static final Op INSTANCE_NORM =
      program(
              "aten::instance_norm(Tensor input, Tensor? weight, Tensor? bias,"
                  + " Tensor(a!)? running_mean, Tensor(b!)? running_var, bool use_input_stats,"
                  + " float momentum, float eps, bool cudnn_enabled) -> Tensor")
          .shape(ShapeRules.sameAs("input"));

  /** In training, elements replaced so that mean and variance of {@code selu} stay. */
  public static final Op ALPHA_DROPOUT =
      program("aten::alpha_dropout(Tensor input, float p, bool train) -> Tensor")
          .random()
          .shape(ShapeRules.sameAs("input"));

  /** As {@link #ALPHA_DROPOUT}, of whole channels. */
  public static final Op FEATURE_ALPHA_DROPOUT =
      program("aten::feature_alpha_dropout(Tensor input, float p, bool train) -> Tensor")
          .random()
          .shape(ShapeRules.sameAs("input"));

  /**
   * In training, what is not positive multiplied with a number drawn for it between {@code lower}
   * and {@code upper}; else with the number in the middle.
   */
  public static final Op RRELU =
      program(
              "aten::rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.33333333333333331,"
                  + " bool training=False, Generator? generator=None) -> Tensor")
          .random()
          .shape(ShapeRules.sameAs("self"));

  /** Channels spread over images that are {@code upscale_factor} times as high and wide. */
  public static final Op PIXEL_SHUFFLE =
      program("aten::pixel_shuffle(Tensor self, int upscale_factor) -> Tensor")
          .shapeOf(ResizeShapes::pixelShuffle);

  /** What {@link #PIXEL_SHUFFLE} did undone. */
  public static final Op PIXEL_UNSHUFFLE =
      program("aten::pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor")
          .shapeOf(ResizeShapes::pixelUnshuffle);

  /** Channels of groups one after the other as channels one from each group. */
  public static final Op CHANNEL_SHUFFLE =
      program("aten::channel_shuffle(Tensor self, int groups) -> Tensor")
          .shape(ShapeRules.sameAs("self"));

  /** As many parts as {@code sections} says, of sizes as even as can be. */
  public static final Op TENSOR_SPLIT_SECTIONS =
      program(
          "aten::tensor_split.sections(Tensor(a -> *) self, int sections, int dim=0)"
              + " -> Tensor(a)[]");

  /** The parts before, between and behind these indices. */
  public static final Op TENSOR_SPLIT_INDICES =
      program(
          "aten::tensor_split.indices(Tensor(a -> *) self, int[] indices, int dim=0)"
              + " -> Tensor(a)[]");

  /** All of the size that they broadcast to. */
  public static final Op BROADCAST_TENSORS =
      program("aten::broadcast_tensors(Tensor[] tensors) -> Tensor[]");

  /** Beside each other, vectors as columns. */
  public static final Op COLUMN_STACK = program("aten::column_stack(Tensor[] tensors) -> Tensor");

  /** {@code length} entries from the one on that a tensor without sizes names. */
  public static final Op NARROW_TENSOR =
      program(
          "aten::narrow.Tensor(Tensor(a) self, int dim, Tensor start, int length) -> Tensor(a)");

  /** Turned by {@code k} right angles in the plane of two dimensions. */
  public static final Op ROT90 =
      program("aten::rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor");

  static final List<Op> ALL =
      List.of(
          EINSUM,
          TENSORDOT,
          INNER,
          DIFF,
          INSTANCE_NORM,
          ALPHA_DROPOUT,
          FEATURE_ALPHA_DROPOUT,
          RRELU,
          PIXEL_SHUFFLE,
          PIXEL_UNSHUFFLE,
          CHANNEL_SHUFFLE,
          TENSOR_SPLIT_SECTIONS,
          TENSOR_SPLIT_INDICES,
          BROADCAST_TENSORS,
          COLUMN_STACK,
          NARROW_TENSOR,
          ROT90);

  private CompositeOps() {}

  private static Op program(String schema) {
    return op(schema).program();
  }
}
