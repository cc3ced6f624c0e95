package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.WindowReference;
import java.util.List;

/** Filters slid over signals, images and volumes, and the same the other way round. */
public final class ConvolutionOps {

  /** Over signals: {@code [n, in, length]} or {@code [in, length]}. */
  public static final Op CONV1D =
      op("aten::conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1,"
              + " int[1] padding=0, int[1] dilation=1, int groups=1) -> Tensor")
          .composed(ConvolutionOps::convolution);

  /** Over images: {@code [n, in, height, width]} or {@code [in, height, width]}. */
  public static final Op CONV2D =
      op("aten::conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1,"
              + " int[2] padding=0, int[2] dilation=1, int groups=1) -> Tensor")
          .composed(ConvolutionOps::convolution);

  /** Over volumes. */
  public static final Op CONV3D =
      op("aten::conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[3] stride=1,"
              + " int[3] padding=0, int[3] dilation=1, int groups=1) -> Tensor")
          .composed(ConvolutionOps::convolution);

  /**
   * Filters {@code weight}, {@code [out, in / groups, sizes]}, slid over as many last dimensions as
   * they have sizes. A list of one stands for all dimensions.
   */
  public static final Op CONVOLUTION =
      op("cresset::convolution(Tensor input, Tensor weight, Tensor? bias, int[] stride,"
              + " int[] padding, int[] dilation, int groups) -> Tensor")
          .reference(WindowReference::convolution)
          .gradient("input", g -> toInput(g, g.dy(), g.in("weight"), g.sizes("input")))
          .gradient("weight", g -> toWeight(g, g.dy(), g.in("input"), g.sizes("weight")))
          .gradient("bias", g -> toBias(g));

  /** From the gradient of {@link #CONVOLUTION} that of {@code input}, of {@code size}. */
  public static final Op CONVOLUTION_INPUT_BACKWARD =
      op("cresset::convolution_input_backward(Tensor dy, Tensor weight, int[] size, int[] stride,"
              + " int[] padding, int[] dilation, int groups) -> Tensor")
          .gradient("dy", g -> forward(g, g.dy(), g.in("weight")))
          .gradient("weight", g -> toWeight(g, g.in("dy"), g.dy(), g.sizes("weight")));

  /** From the gradient of {@link #CONVOLUTION} that of {@code weight}, of {@code size}. */
  public static final Op CONVOLUTION_WEIGHT_BACKWARD =
      op("cresset::convolution_weight_backward(Tensor dy, Tensor input, int[] size, int[] stride,"
              + " int[] padding, int[] dilation, int groups) -> Tensor")
          .gradient("dy", g -> forward(g, g.in("input"), g.dy()))
          .gradient("input", g -> toInput(g, g.in("dy"), g.dy(), g.sizes("input")));

  static final List<Op> ALL =
      List.of(
          CONV1D,
          CONV2D,
          CONV3D,
          CONVOLUTION,
          CONVOLUTION_INPUT_BACKWARD,
          CONVOLUTION_WEIGHT_BACKWARD);

  private ConvolutionOps() {}

  private static Term convolution(ArgumentScope x) {
    return call(
        "cresset::convolution",
        x.in("input"),
        x.in("weight"),
        x.in("bias"),
        x.in("stride"),
        x.in("padding"),
        x.in("dilation"),
        x.in("groups"));
  }

  private static Term forward(ArgumentScope g, Term input, Term weight) {
    return call(
        "cresset::convolution",
        input,
        weight,
        null,
        g.in("stride"),
        g.in("padding"),
        g.in("dilation"),
        g.in("groups"));
  }

  private static Term toInput(ArgumentScope g, Term dy, Term weight, Term size) {
    return backward("cresset::convolution_input_backward", g, dy, weight, size);
  }

  private static Term toWeight(ArgumentScope g, Term dy, Term input, Term size) {
    return backward("cresset::convolution_weight_backward", g, dy, input, size);
  }

  private static Term backward(String op, ArgumentScope g, Term dy, Term other, Term size) {
    return call(
        op, dy, other, size, g.in("stride"), g.in("padding"), g.in("dilation"), g.in("groups"));
  }

  /** The channels lie before as many dimensions as there are strides, or filters have. */
  private static Term toBias(GradientScope g) {
    return call("cresset::sum_channels", g.dy(), call("cresset::channel_dim", g.sizes("weight")));
  }
}
