package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import dev.cresset.ir.reference.WindowReference;
import dev.cresset.ir.shape.WindowShapes;
import java.util.List;

/** Windows of signals and images folded into their greatest, or their mean. */
public final class PoolOps {

  /** The greatest of each window of an image. */
  public static final Op MAX_POOL2D =
      op("aten::max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0,"
              + " int[2] dilation=1, bool ceil_mode=False) -> Tensor")
          .composed(x -> maxPool("aten::max_pool2d_with_indices", x).part(0));

  /** As {@link #MAX_POOL2D}, and where it stands: indices into a whole image, flattened. */
  public static final Op MAX_POOL2D_WITH_INDICES =
      op("aten::max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[],"
              + " int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)")
          .shape(WindowShapes.pool(2))
          .reference(WindowReference::maxPool2d)
          .gradient("self", g -> toMaxima(g, 2));

  /** The greatest of each window of a signal. */
  public static final Op MAX_POOL1D =
      op("aten::max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0,"
              + " int[1] dilation=1, bool ceil_mode=False) -> Tensor")
          .composed(x -> maxPool("aten::max_pool1d_with_indices", x).part(0));

  /** As {@link #MAX_POOL1D}, and where it stands. */
  public static final Op MAX_POOL1D_WITH_INDICES =
      op("aten::max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[],"
              + " int[1] padding=0, int[1] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)")
          .shape(WindowShapes.pool(1))
          .reference(WindowReference::maxPool1d)
          .gradient("self", g -> toMaxima(g, 1));

  /** The greatest of each of as many parts of a signal as are asked for, and where it stands. */
  public static final Op ADAPTIVE_MAX_POOL1D =
      op("aten::adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)")
          .shape(WindowShapes.adaptive(1))
          .reference(WindowReference::adaptiveMaxPool1d)
          .gradient("self", g -> toMaxima(g, 1));

  /** The greatest of each of as many parts of an image as are asked for, and where it stands. */
  public static final Op ADAPTIVE_MAX_POOL2D =
      op("aten::adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)")
          .shape(WindowShapes.adaptive(2))
          .reference(WindowReference::adaptiveMaxPool2d)
          .gradient("self", g -> toMaxima(g, 2));

  /**
   * Zeros of these sizes, and {@code dy} added at {@code indices}, each of which points into the
   * last {@code dims} dimensions, flattened.
   */
  public static final Op MAX_POOL_BACKWARD =
      op("cresset::max_pool_backward(Tensor dy, Tensor indices, int[] size, int dims) -> Tensor")
          .gradient(
              "dy", g -> call("cresset::max_pool_values", g.dy(), g.in("indices"), g.in("dims")));

  /**
   * The elements at {@code indices}, each of which points into the last {@code dims} dimensions.
   */
  public static final Op MAX_POOL_VALUES =
      op("cresset::max_pool_values(Tensor self, Tensor indices, int dims) -> Tensor")
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::max_pool_backward",
                      g.dy(),
                      g.in("indices"),
                      g.sizes("self"),
                      g.in("dims")));

  /** The mean of each window of an image. */
  public static final Op AVG_POOL2D =
      op("aten::avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0,"
              + " bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None)"
              + " -> Tensor")
          .shape(WindowShapes.pool(2))
          .reference(WindowReference::avgPool2d)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::avg_pool2d_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("kernel_size"),
                      g.in("stride"),
                      g.in("padding"),
                      g.in("ceil_mode"),
                      g.in("count_include_pad"),
                      g.in("divisor_override")));

  /** From the gradient of {@link #AVG_POOL2D} that of its input, of {@code size}. */
  public static final Op AVG_POOL2D_BACKWARD =
      op("cresset::avg_pool2d_backward(Tensor dy, int[] size, int[2] kernel_size, int[2] stride,"
              + " int[2] padding, bool ceil_mode, bool count_include_pad, int? divisor_override)"
              + " -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "aten::avg_pool2d",
                      g.dy(),
                      g.in("kernel_size"),
                      g.in("stride"),
                      g.in("padding"),
                      g.in("ceil_mode"),
                      g.in("count_include_pad"),
                      g.in("divisor_override")));

  /** The mean of each window of a signal. */
  public static final Op AVG_POOL1D =
      op("aten::avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0,"
              + " bool ceil_mode=False, bool count_include_pad=True) -> Tensor")
          .shape(WindowShapes.pool(1))
          .reference(WindowReference::avgPool1d)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::avg_pool1d_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("kernel_size"),
                      g.in("stride"),
                      g.in("padding"),
                      g.in("ceil_mode"),
                      g.in("count_include_pad")));

  /** From the gradient of {@link #AVG_POOL1D} that of its input, of {@code size}. */
  public static final Op AVG_POOL1D_BACKWARD =
      op("cresset::avg_pool1d_backward(Tensor dy, int[] size, int[1] kernel_size, int[1] stride,"
              + " int[1] padding, bool ceil_mode, bool count_include_pad) -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "aten::avg_pool1d",
                      g.dy(),
                      g.in("kernel_size"),
                      g.in("stride"),
                      g.in("padding"),
                      g.in("ceil_mode"),
                      g.in("count_include_pad")));

  /** The mean of each of as many parts of an image as are asked for. */
  public static final Op ADAPTIVE_AVG_POOL2D =
      op("aten::adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor")
          .shape(WindowShapes.adaptive(2))
          .reference(WindowReference::adaptiveAvgPool2d)
          .gradient(
              "self", g -> call("cresset::adaptive_avg_pool2d_backward", g.dy(), g.sizes("self")));

  /** From the gradient of {@link #ADAPTIVE_AVG_POOL2D} that of its input, of {@code size}. */
  public static final Op ADAPTIVE_AVG_POOL2D_BACKWARD =
      op("cresset::adaptive_avg_pool2d_backward(Tensor dy, int[] size) -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "aten::adaptive_avg_pool2d",
                      g.dy(),
                      list(g.size("dy", -2), g.size("dy", -1))));

  /** The mean of each of as many parts of a signal as are asked for. */
  public static final Op ADAPTIVE_AVG_POOL1D =
      op("aten::adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor")
          .shape(WindowShapes.adaptive(1))
          .reference(WindowReference::adaptiveAvgPool1d)
          .gradient(
              "self", g -> call("cresset::adaptive_avg_pool1d_backward", g.dy(), g.sizes("self")));

  /** From the gradient of {@link #ADAPTIVE_AVG_POOL1D} that of its input, of {@code size}. */
  public static final Op ADAPTIVE_AVG_POOL1D_BACKWARD =
      op("cresset::adaptive_avg_pool1d_backward(Tensor dy, int[] size) -> Tensor")
          .gradient("dy", g -> call("aten::adaptive_avg_pool1d", g.dy(), list(g.size("dy", -1))));

  static final List<Op> ALL =
      List.of(
          MAX_POOL2D,
          MAX_POOL2D_WITH_INDICES,
          MAX_POOL1D,
          MAX_POOL1D_WITH_INDICES,
          ADAPTIVE_MAX_POOL1D,
          ADAPTIVE_MAX_POOL2D,
          MAX_POOL_BACKWARD,
          MAX_POOL_VALUES,
          AVG_POOL2D,
          AVG_POOL2D_BACKWARD,
          AVG_POOL1D,
          AVG_POOL1D_BACKWARD,
          ADAPTIVE_AVG_POOL2D,
          ADAPTIVE_AVG_POOL2D_BACKWARD,
          ADAPTIVE_AVG_POOL1D,
          ADAPTIVE_AVG_POOL1D_BACKWARD);

  private PoolOps() {}

  private static Term maxPool(String op, ArgumentScope x) {
    return call(
        op,
        x.in("self"),
        x.in("kernel_size"),
        x.in("stride"),
        x.in("padding"),
        x.in("dilation"),
        x.in("ceil_mode"));
  }

  private static Term toMaxima(GradientScope g, int dims) {
    return call("cresset::max_pool_backward", g.dy(0), g.y(1), g.sizes("self"), dims);
  }
}
