package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.WindowReference;
import dev.cresset.ir.shape.WindowShapes;
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
          .shapeOf(WindowShapes::convolution)
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

  /** As {@link #CONV1D}, padded so that sizes stay ({@code same}), or not ({@code valid}). */
  public static final Op CONV1D_PADDING =
      op("aten::conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1,"
              + " str padding=\"valid\", int[1] dilation=1, int groups=1) -> Tensor")
          .composed(ConvolutionOps::padded);

  /** As {@link #CONV2D}, padded so that sizes stay ({@code same}), or not ({@code valid}). */
  public static final Op CONV2D_PADDING =
      op("aten::conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1,"
              + " str padding=\"valid\", int[2] dilation=1, int groups=1) -> Tensor")
          .composed(ConvolutionOps::padded);

  /** As {@link #CONV3D}, padded so that sizes stay ({@code same}), or not ({@code valid}). */
  public static final Op CONV3D_PADDING =
      op("aten::conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[3] stride=1,"
              + " str padding=\"valid\", int[3] dilation=1, int groups=1) -> Tensor")
          .composed(ConvolutionOps::padded);

  /** The zeros on both sides of each dimension that {@code padding}, a word, asks for. */
  public static final Op NAMED_PADDING =
      op(
          "cresset::named_padding(int[] weight_size, int[] stride, int[] dilation, str padding)"
              + " -> int[]");

  /** One more zero at the end of each dimension for which {@link #NAMED_PADDING} is one short. */
  public static final Op PAD_ODD =
      op("cresset::pad_odd(Tensor(a) self, int[] weight_size, int[] dilation, str padding)"
              + " -> Tensor(a)")
          .gradient("self", g -> call("cresset::cut_to", g.dy(), g.sizes("self")));

  /** The first entries along each dimension, as many as {@code size} says. */
  public static final Op CUT_TO =
      op("cresset::cut_to(Tensor(a) self, int[] size) -> Tensor(a)")
          .gradient("self", g -> call("cresset::pad_to", g.dy(), g.sizes("self")));

  /** With zeros behind it along each dimension, up to {@code size}. */
  public static final Op PAD_TO =
      op("cresset::pad_to(Tensor self, int[] size) -> Tensor")
          .gradient("self", g -> call("cresset::cut_to", g.dy(), g.sizes("self")));

  /** The gradient of {@link #CONV1D}'s input as an op of its own: it spreads signals. */
  public static final Op CONV_TRANSPOSE1D =
      transposed(
          "aten::conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1,"
              + " int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1)"
              + " -> Tensor");

  /** The gradient of {@link #CONV2D}'s input as an op of its own: it spreads images. */
  public static final Op CONV_TRANSPOSE2D =
      transposed(
          "aten::conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None,"
              + " int[2] stride=1, int[2] padding=0, int[2] output_padding=0, int groups=1,"
              + " int[2] dilation=1) -> Tensor");

  /** The gradient of {@link #CONV3D}'s input as an op of its own: it spreads volumes. */
  public static final Op CONV_TRANSPOSE3D =
      transposed(
          "aten::conv_transpose3d.input(Tensor input, Tensor weight, Tensor? bias=None,"
              + " int[3] stride=1, int[3] padding=0, int[3] output_padding=0, int groups=1,"
              + " int[3] dilation=1) -> Tensor");

  static final List<Op> ALL =
      List.of(
          CONV1D,
          CONV2D,
          CONV3D,
          CONVOLUTION,
          CONVOLUTION_INPUT_BACKWARD,
          CONVOLUTION_WEIGHT_BACKWARD,
          CONV1D_PADDING,
          CONV2D_PADDING,
          CONV3D_PADDING,
          NAMED_PADDING,
          PAD_ODD,
          CUT_TO,
          PAD_TO,
          CONV_TRANSPOSE1D,
          CONV_TRANSPOSE2D,
          CONV_TRANSPOSE3D);

  private ConvolutionOps() {}

  /** The roles of input and result are exchanged, so their gradients' are, too. */
  private static Op transposed(String schema) {
    return op(schema)
        .gradient("input", g -> forward(g, g.dy(), g.in("weight")))
        .gradient("weight", g -> toWeight(g, g.in("input"), g.dy(), g.sizes("weight")))
        .gradient("bias", ConvolutionOps::toBias);
  }

  private static Term padded(ArgumentScope x) {
    Term size = x.sizes("weight");
    Term padding =
        call("cresset::named_padding", size, x.in("stride"), x.in("dilation"), x.in("padding"));
    return call(
        "cresset::convolution",
        call("cresset::pad_odd", x.in("input"), size, x.in("dilation"), x.in("padding")),
        x.in("weight"),
        x.in("bias"),
        x.in("stride"),
        padding,
        x.in("dilation"),
        x.in("groups"));
  }

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
