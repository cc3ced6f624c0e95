package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import dev.cresset.ir.reference.WindowReference;
import dev.cresset.ir.shape.ResizeShapes;
import dev.cresset.ir.shape.WindowShapes;
import java.util.List;

/** Windows of volumes folded into one element, powers of windows, and pools undone. */
public final class VolumePoolOps {

  /** The greatest of each window of a volume. */
  public static final Op MAX_POOL3D =
      op("aten::max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0,"
              + " int[3] dilation=1, bool ceil_mode=False) -> Tensor")
          .composed(
              x ->
                  call(
                          "aten::max_pool3d_with_indices",
                          x.in("self"),
                          x.in("kernel_size"),
                          x.in("stride"),
                          x.in("padding"),
                          x.in("dilation"),
                          x.in("ceil_mode"))
                      .part(0));

  /** As {@link #MAX_POOL3D}, and where it stands: indices into a whole volume, flattened. */
  public static final Op MAX_POOL3D_WITH_INDICES =
      op("aten::max_pool3d_with_indices(Tensor self, int[3] kernel_size, int[3] stride=[],"
              + " int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)")
          .shape(WindowShapes.pool(3))
          .reference(WindowReference::maxPool3d)
          .gradient("self", VolumePoolOps::toMaxima);

  /** The greatest of each of as many parts of a volume as are asked for, and where it stands. */
  public static final Op ADAPTIVE_MAX_POOL3D =
      op("aten::adaptive_max_pool3d(Tensor self, int[3] output_size) -> (Tensor, Tensor)")
          .shape(WindowShapes.adaptive(3))
          .reference(WindowReference::adaptiveMaxPool3d)
          .gradient("self", VolumePoolOps::toMaxima);

  /** The mean of each window of a volume. */
  public static final Op AVG_POOL3D =
      op("aten::avg_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0,"
              + " bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)"
              + " -> Tensor")
          .shape(WindowShapes.pool(3))
          .reference(WindowReference::avgPool3d)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::avg_pool3d_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("kernel_size"),
                      g.in("stride"),
                      g.in("padding"),
                      g.in("ceil_mode"),
                      g.in("count_include_pad"),
                      g.in("divisor_override")));

  /** From the gradient of {@link #AVG_POOL3D} that of its input, of {@code size}. */
  public static final Op AVG_POOL3D_BACKWARD =
      op("cresset::avg_pool3d_backward(Tensor dy, int[] size, int[3] kernel_size, int[3] stride,"
              + " int[3] padding, bool ceil_mode, bool count_include_pad, int? divisor_override)"
              + " -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "aten::avg_pool3d",
                      g.dy(),
                      g.in("kernel_size"),
                      g.in("stride"),
                      g.in("padding"),
                      g.in("ceil_mode"),
                      g.in("count_include_pad"),
                      g.in("divisor_override")));

  /** The mean of each of as many parts of a volume as are asked for. */
  public static final Op ADAPTIVE_AVG_POOL3D =
      op("aten::adaptive_avg_pool3d(Tensor self, SymInt[3] output_size) -> Tensor")
          .shape(WindowShapes.adaptive(3))
          .reference(WindowReference::adaptiveAvgPool3d)
          .gradient(
              "self", g -> call("cresset::adaptive_avg_pool3d_backward", g.dy(), g.sizes("self")));

  /** From the gradient of {@link #ADAPTIVE_AVG_POOL3D} that of its input, of {@code size}. */
  public static final Op ADAPTIVE_AVG_POOL3D_BACKWARD =
      op("cresset::adaptive_avg_pool3d_backward(Tensor dy, int[] size) -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "aten::adaptive_avg_pool3d",
                      g.dy(),
                      list(g.size("dy", -3), g.size("dy", -2), g.size("dy", -1))));

  /** {@code (Σ x^p)^(1/p)} of each window of a signal. Python composes it in PyTorch. */
  public static final Op LP_POOL1D =
      op("cresset::lp_pool1d(Tensor self, float norm_type, int kernel_size, int stride,"
              + " bool ceil_mode=False) -> Tensor")
          .composed(
              x ->
                  root(
                      x,
                      call(
                          "aten::avg_pool1d",
                          powers(x),
                          list(x.in("kernel_size")),
                          list(x.in("stride")),
                          List.of(0L),
                          x.in("ceil_mode")),
                      x.in("kernel_size")));

  /** As {@link #LP_POOL1D}, of images. */
  public static final Op LP_POOL2D =
      op("cresset::lp_pool2d(Tensor self, float norm_type, int[2] kernel_size, int[2] stride,"
              + " bool ceil_mode=False) -> Tensor")
          .composed(
              x ->
                  root(
                      x,
                      call(
                          "aten::avg_pool2d",
                          powers(x),
                          x.in("kernel_size"),
                          x.in("stride"),
                          List.of(0L, 0L),
                          x.in("ceil_mode")),
                      call("cresset::reduced_numel", x.in("kernel_size"), null)));

  /** Zeros of images with {@code self} where {@code indices} say, which count through an image. */
  public static final Op MAX_UNPOOL2D =
      op("aten::max_unpool2d(Tensor self, Tensor indices, int[2] output_size) -> Tensor")
          .composed(
              x -> call("cresset::max_unpool", x.in("self"), x.in("indices"), x.in("output_size")));

  /** As {@link #MAX_UNPOOL2D}, of volumes; {@code stride} and {@code padding} say nothing more. */
  public static final Op MAX_UNPOOL3D =
      op("aten::max_unpool3d(Tensor self, Tensor indices, int[3] output_size, int[3] stride,"
              + " int[3] padding) -> Tensor")
          .composed(
              x -> call("cresset::max_unpool", x.in("self"), x.in("indices"), x.in("output_size")));

  /**
   * Zeros, and of {@code self} each element put where {@code indices} say, which count through the
   * last sizes, {@code output_size}.
   */
  public static final Op MAX_UNPOOL =
      op("cresset::max_unpool(Tensor self, Tensor indices, int[] output_size) -> Tensor")
          .shapeOf(ResizeShapes::maxUnpool)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::max_pool_values",
                      g.dy(),
                      g.in("indices"),
                      call("aten::len.t", g.in("output_size"))));

  static final List<Op> ALL =
      List.of(
          MAX_POOL3D,
          MAX_POOL3D_WITH_INDICES,
          ADAPTIVE_MAX_POOL3D,
          AVG_POOL3D,
          AVG_POOL3D_BACKWARD,
          ADAPTIVE_AVG_POOL3D,
          ADAPTIVE_AVG_POOL3D_BACKWARD,
          LP_POOL1D,
          LP_POOL2D,
          MAX_UNPOOL2D,
          MAX_UNPOOL3D,
          MAX_UNPOOL);

  private VolumePoolOps() {}

  private static Term toMaxima(GradientScope g) {
    return call("cresset::max_pool_backward", g.dy(0), g.y(1), g.sizes("self"), 3);
  }

  private static Term powers(ArgumentScope x) {
    return call("aten::pow.Tensor_Scalar", x.in("self"), x.in("norm_type"));
  }

  private static Term root(ArgumentScope x, Term means, Term taps) {
    Term sums = call("aten::mul.Scalar", means, taps);
    Term none =
        call("aten::eq.Scalar", sums, 0); // where the root has no derivative, PyTorch's is 0
    Term some = call("aten::masked_fill.Scalar", sums, none, 1);
    Term roots = call("aten::pow.Tensor_Scalar", some, call("aten::div", 1.0, x.in("norm_type")));
    return call("aten::masked_fill.Scalar", roots, none, 0);
  }
}
