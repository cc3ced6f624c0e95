package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Convolution;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions over one size and over images. As {@code torch.nn.functional}; see {@link
 * WindowFunctions} for volumes.
 */
public abstract class ConvolutionFunctions extends RandomFunctions {

  /** Holds functions alone. */
  protected ConvolutionFunctions() {}

  /**
   * Slides filters over one size. As {@code torch.nn.functional.conv1d}.
   *
   * @param input {@code [n, in, l]}, or {@code [in, l]}
   * @param weight filters, {@code [out, in / groups, k]}
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv1d")
  public static Tensor conv1d(Tensor input, Tensor weight) {
    return Convolution.conv1d(
        input, weight, null, new long[] {1}, new long[] {0}, new long[] {1}, 1);
  }

  /**
   * Slides filters over one size. As {@code torch.nn.functional.conv1d}.
   *
   * @param input {@code [n, in, l]}, or {@code [in, l]}
   * @param weight filters, {@code [out, in / groups, k]}
   * @param bias {@code [out]}; null for none
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv1d")
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return Convolution.conv1d(
        input, weight, bias, new long[] {1}, new long[] {0}, new long[] {1}, 1);
  }

  /**
   * Slides filters over one size. As {@code torch.nn.functional.conv1d}.
   *
   * @param input {@code [n, in, l]}, or {@code [in, l]}
   * @param weight filters, {@code [out, in / groups, k]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows
   * @param padding zeros added on each side, in elements
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv1d")
  public static Tensor conv1d(
      Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return Convolution.conv1d(
        input, weight, bias, new long[] {stride}, new long[] {padding}, new long[] {1}, 1);
  }

  /**
   * Slides filters over one size. As {@code torch.nn.functional.conv1d}.
   *
   * @param input {@code [n, in, l]}, or {@code [in, l]}
   * @param weight filters, {@code [out, in / groups, k]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows, one number or one for each size
   * @param padding zeros added on each side, in elements
   * @param dilation steps between the elements of a filter
   * @param groups how many parts the channels are split into, each with filters of its own
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv1d")
  public static Tensor conv1d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] dilation,
      long groups) {
    return Convolution.conv1d(input, weight, bias, stride, padding, dilation, groups);
  }

  /**
   * Slides filters over images. As {@code torch.nn.functional.conv2d}.
   *
   * @param input {@code [n, in, h, w]}, or {@code [in, h, w]}
   * @param weight filters, {@code [out, in / groups, kh, kw]}
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv2d")
  public static Tensor conv2d(Tensor input, Tensor weight) {
    return Convolution.conv2d(
        input, weight, null, new long[] {1, 1}, new long[] {0, 0}, new long[] {1, 1}, 1);
  }

  /**
   * Slides filters over images. As {@code torch.nn.functional.conv2d}.
   *
   * @param input {@code [n, in, h, w]}, or {@code [in, h, w]}
   * @param weight filters, {@code [out, in / groups, kh, kw]}
   * @param bias {@code [out]}; null for none
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv2d")
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return Convolution.conv2d(
        input, weight, bias, new long[] {1, 1}, new long[] {0, 0}, new long[] {1, 1}, 1);
  }

  /**
   * Slides filters over images. As {@code torch.nn.functional.conv2d}.
   *
   * @param input {@code [n, in, h, w]}, or {@code [in, h, w]}
   * @param weight filters, {@code [out, in / groups, kh, kw]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows
   * @param padding zeros added on each side, in elements
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv2d")
  public static Tensor conv2d(
      Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return Convolution.conv2d(
        input,
        weight,
        bias,
        new long[] {stride, stride},
        new long[] {padding, padding},
        new long[] {1, 1},
        1);
  }

  /**
   * Slides filters over images. As {@code torch.nn.functional.conv2d}.
   *
   * @param input {@code [n, in, h, w]}, or {@code [in, h, w]}
   * @param weight filters, {@code [out, in / groups, kh, kw]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows, one number or one for each size
   * @param padding zeros added on each side, in elements
   * @param dilation steps between the elements of a filter
   * @param groups how many parts the channels are split into, each with filters of its own
   * @return {@code [n, out, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) / stride
   *     + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ, or a
   *     filter is larger than the padded input
   */
  @Aten("conv2d")
  public static Tensor conv2d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] dilation,
      long groups) {
    return Convolution.conv2d(input, weight, bias, stride, padding, dilation, groups);
  }

  /**
   * Slides filters over one size; padding is {@code "same"}, which keeps the size, or {@code
   * "valid"}, none. As {@code torch.nn.functional.conv1d}.
   *
   * @param input {@code [n, in, l]}, or {@code [in, l]}
   * @param weight filters, {@code [out, in / groups, k]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows, one number or one for each size
   * @param padding {@code "same"} or {@code "valid"}
   * @param dilation steps between the elements of a filter
   * @param groups how many parts the channels are split into, each with filters of its own
   * @return {@code [n, out, ..]}, with the sizes of the input if {@code "same"}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ
   */
  @Aten("conv1d.padding")
  public static Tensor conv1d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      String padding,
      long[] dilation,
      long groups) {
    return Convolution.conv1d(input, weight, bias, stride, padding, dilation, groups);
  }

  /**
   * The gradient of {@code conv1d} as a layer. As {@code torch.nn.functional.conv_transpose1d}.
   *
   * @param input {@code [n, in, l]}, or {@code [in, l]}
   * @param weight filters, {@code [in, out / groups, k]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows, one number or one for each size
   * @param padding elements that the result loses on each side
   * @param outputPadding elements added at the end of each size of the result
   * @param groups how many parts the channels are split into, each with filters of its own
   * @param dilation steps between the elements of a filter
   * @return {@code [n, out, ..]}, each size {@code (in − 1)·stride − 2·padding + dilation·(k − 1) +
   *     outputPadding + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ
   */
  @Aten("conv_transpose1d")
  public static Tensor convTranspose1d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] outputPadding,
      long groups,
      long[] dilation) {
    return Convolution.convTranspose1d(
        input, weight, bias, stride, padding, outputPadding, groups, dilation);
  }

  /**
   * Slides filters over images; padding is {@code "same"}, which keeps the size, or {@code
   * "valid"}, none. As {@code torch.nn.functional.conv2d}.
   *
   * @param input {@code [n, in, h, w]}, or {@code [in, h, w]}
   * @param weight filters, {@code [out, in / groups, kh, kw]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows, one number or one for each size
   * @param padding {@code "same"} or {@code "valid"}
   * @param dilation steps between the elements of a filter
   * @param groups how many parts the channels are split into, each with filters of its own
   * @return {@code [n, out, ..]}, with the sizes of the input if {@code "same"}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ
   */
  @Aten("conv2d.padding")
  public static Tensor conv2d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      String padding,
      long[] dilation,
      long groups) {
    return Convolution.conv2d(input, weight, bias, stride, padding, dilation, groups);
  }

  /**
   * The gradient of {@code conv2d} as a layer. As {@code torch.nn.functional.conv_transpose2d}.
   *
   * @param input {@code [n, in, h, w]}, or {@code [in, h, w]}
   * @param weight filters, {@code [in, out / groups, kh, kw]}
   * @param bias {@code [out]}; null for none
   * @param stride steps between windows, one number or one for each size
   * @param padding elements that the result loses on each side
   * @param outputPadding elements added at the end of each size of the result
   * @param groups how many parts the channels are split into, each with filters of its own
   * @param dilation steps between the elements of a filter
   * @return {@code [n, out, ..]}, each size {@code (in − 1)·stride − 2·padding + dilation·(k − 1) +
   *     outputPadding + 1}
   * @throws dev.cresset.ShapeException if the channels of the input and the filters differ
   */
  @Aten("conv_transpose2d.input")
  public static Tensor convTranspose2d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] outputPadding,
      long groups,
      long[] dilation) {
    return Convolution.convTranspose2d(
        input, weight, bias, stride, padding, outputPadding, groups, dilation);
  }
}
