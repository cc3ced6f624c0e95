package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Pool;
import org.jspecify.annotations.Nullable;

/**
 * Pools over one size and over images. As {@code torch.nn.functional}; see {@link PoolFunctions}
 * for others.
 */
public abstract class ImagePoolFunctions extends ConvolutionFunctions {

  /** Holds functions alone. */
  protected ImagePoolFunctions() {}

  /**
   * The largest element in each window, which do not overlap. As {@code
   * torch.nn.functional.max_pool1d}.
   *
   * @param self {@code [n, channels, l]}, or {@code [channels, l]}
   * @param kernelSize the size of a window, in elements
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) /
   *     stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool1d")
  public static Tensor maxPool1d(Tensor self, long kernelSize) {
    return Pool.maxPool1d(
        self, new long[] {kernelSize}, new long[0], new long[] {0}, new long[] {1}, false);
  }

  /**
   * The largest element in each window. As {@code torch.nn.functional.max_pool1d}.
   *
   * @param self {@code [n, channels, l]}, or {@code [channels, l]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows; empty for {@code kernelSize}
   * @param padding what counts as −∞ on each side, in elements, at most half a window
   * @param dilation steps between the elements of a window
   * @param ceilMode whether a window that hangs over the end counts
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) /
   *     stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool1d")
  public static Tensor maxPool1d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return Pool.maxPool1d(self, kernelSize, stride, padding, dilation, ceilMode);
  }

  /**
   * The largest element in each window, and where it stands. As {@code
   * torch.nn.functional.max_pool1d_with_indices}.
   *
   * @param self {@code [n, channels, l]}, or {@code [channels, l]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows; empty for {@code kernelSize}
   * @param padding what counts as −∞ on each side, in elements, at most half a window
   * @param dilation steps between the elements of a window
   * @param ceilMode whether a window that hangs over the end counts
   * @return the values and their places in the image as I64, both {@code [n, channels, ..]}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool1d_with_indices")
  public static ValuesIndices maxPool1dWithIndices(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return pair(Pool.maxPool1dWithIndices(self, kernelSize, stride, padding, dilation, ceilMode));
  }

  /**
   * The largest element in each window, which do not overlap. As {@code
   * torch.nn.functional.max_pool2d}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param kernelSize the size of a window, in elements
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) /
   *     stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool2d")
  public static Tensor maxPool2d(Tensor self, long kernelSize) {
    return Pool.maxPool2d(
        self,
        new long[] {kernelSize, kernelSize},
        new long[0],
        new long[] {0, 0},
        new long[] {1, 1},
        false);
  }

  /**
   * The largest element in each window. As {@code torch.nn.functional.max_pool2d}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) /
   *     stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool2d")
  public static Tensor maxPool2d(Tensor self, long kernelSize, long stride) {
    return Pool.maxPool2d(
        self,
        new long[] {kernelSize, kernelSize},
        new long[] {stride, stride},
        new long[] {0, 0},
        new long[] {1, 1},
        false);
  }

  /**
   * The largest element in each window. As {@code torch.nn.functional.max_pool2d}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows
   * @param padding what counts as −∞ on each side, in elements, at most half a window
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) /
   *     stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool2d")
  public static Tensor maxPool2d(Tensor self, long kernelSize, long stride, long padding) {
    return Pool.maxPool2d(
        self,
        new long[] {kernelSize, kernelSize},
        new long[] {stride, stride},
        new long[] {padding, padding},
        new long[] {1, 1},
        false);
  }

  /**
   * The largest element in each window. As {@code torch.nn.functional.max_pool2d}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows; empty for {@code kernelSize}
   * @param padding what counts as −∞ on each side, in elements, at most half a window
   * @param dilation steps between the elements of a window
   * @param ceilMode whether a window that hangs over the end counts
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − dilation·(k − 1) − 1) /
   *     stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool2d")
  public static Tensor maxPool2d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return Pool.maxPool2d(self, kernelSize, stride, padding, dilation, ceilMode);
  }

  /**
   * The largest element in each window, and where it stands in its image. As {@code
   * torch.nn.functional.max_pool2d_with_indices}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows; empty for {@code kernelSize}
   * @param padding what counts as −∞ on each side, in elements, at most half a window
   * @param dilation steps between the elements of a window
   * @param ceilMode whether a window that hangs over the end counts
   * @return the values and their places in the image as I64, both {@code [n, channels, ..]}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("max_pool2d_with_indices")
  public static ValuesIndices maxPool2dWithIndices(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return pair(Pool.maxPool2dWithIndices(self, kernelSize, stride, padding, dilation, ceilMode));
  }

  /**
   * The mean of each window, which do not overlap. As {@code torch.nn.functional.avg_pool1d}.
   *
   * @param self {@code [n, channels, l]}, or {@code [channels, l]}
   * @param kernelSize the size of a window, in elements
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − k) / stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("avg_pool1d")
  public static Tensor avgPool1d(Tensor self, long kernelSize) {
    return Pool.avgPool1d(self, new long[] {kernelSize}, new long[0], new long[] {0}, false, true);
  }

  /**
   * The mean of each window. As {@code torch.nn.functional.avg_pool1d}.
   *
   * @param self {@code [n, channels, l]}, or {@code [channels, l]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows; empty for {@code kernelSize}
   * @param padding zeros added on each side, in elements, at most half a window
   * @param ceilMode whether a window that hangs over the end counts
   * @param countIncludePad whether the zeros of the padding count for the mean
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − k) / stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("avg_pool1d")
  public static Tensor avgPool1d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad) {
    return Pool.avgPool1d(self, kernelSize, stride, padding, ceilMode, countIncludePad);
  }

  /**
   * The mean of each window, which do not overlap. As {@code torch.nn.functional.avg_pool2d}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param kernelSize the size of a window, in elements
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − k) / stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("avg_pool2d")
  public static Tensor avgPool2d(Tensor self, long kernelSize) {
    return Pool.avgPool2d(
        self,
        new long[] {kernelSize, kernelSize},
        new long[0],
        new long[] {0, 0},
        false,
        true,
        null);
  }

  /**
   * The mean of each window. As {@code torch.nn.functional.avg_pool2d}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param kernelSize the size of a window, in elements
   * @param stride steps between windows; empty for {@code kernelSize}
   * @param padding zeros added on each side, in elements, at most half a window
   * @param ceilMode whether a window that hangs over the end counts
   * @param countIncludePad whether the zeros of the padding count for the mean
   * @param divisorOverride what sums are divided by; null for the number of elements
   * @return {@code [n, channels, ..]}, each size {@code (in + 2·padding − k) / stride + 1}
   * @throws dev.cresset.ShapeException if a window is larger than the padded input, or the padding
   *     than half a window
   */
  @Aten("avg_pool2d")
  public static Tensor avgPool2d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad,
      @Nullable Long divisorOverride) {
    return Pool.avgPool2d(
        self, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
  }

  /**
   * Means of as many windows as the result is to have. As {@code
   * torch.nn.functional.adaptive_avg_pool1d}.
   *
   * @param self {@code [n, channels, l]}, or {@code [channels, l]}
   * @param outputSize the size of the result
   * @return {@code [n, channels, ..]}
   * @throws dev.cresset.ShapeException if {@code self} has another number of dimensions
   */
  @Aten("adaptive_avg_pool1d")
  public static Tensor adaptiveAvgPool1d(Tensor self, long... outputSize) {
    return Pool.adaptiveAvgPool1d(self, outputSize);
  }

  /**
   * Means of as many windows as the result is to have. As {@code
   * torch.nn.functional.adaptive_avg_pool2d}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param outputSize the sizes of the result, one for each size of the image
   * @return {@code [n, channels, ..]}
   * @throws dev.cresset.ShapeException if {@code self} has another number of dimensions
   */
  @Aten("adaptive_avg_pool2d")
  public static Tensor adaptiveAvgPool2d(Tensor self, long... outputSize) {
    return Pool.adaptiveAvgPool2d(self, outputSize);
  }

  /**
   * The largest elements of as many windows as the result is to have, and where they stand. As
   * {@code torch.nn.functional.adaptive_max_pool1d_with_indices}.
   *
   * @param self {@code [n, channels, l]}, or {@code [channels, l]}
   * @param outputSize the size of the result
   * @return the values, {@code [n, channels, ..]}, and their places in the image as I64
   * @throws dev.cresset.ShapeException if {@code self} has another number of dimensions
   */
  @Aten("adaptive_max_pool1d")
  public static ValuesIndices adaptiveMaxPool1d(Tensor self, long... outputSize) {
    return pair(Pool.adaptiveMaxPool1d(self, outputSize));
  }

  /**
   * The largest elements of as many windows as the result is to have, and where they stand. As
   * {@code torch.nn.functional.adaptive_max_pool2d_with_indices}.
   *
   * @param self {@code [n, channels, h, w]}, or {@code [channels, h, w]}
   * @param outputSize the sizes of the result, one for each size of the image
   * @return the values, {@code [n, channels, ..]}, and their places in the image as I64
   * @throws dev.cresset.ShapeException if {@code self} has another number of dimensions
   */
  @Aten("adaptive_max_pool2d")
  public static ValuesIndices adaptiveMaxPool2d(Tensor self, long... outputSize) {
    return pair(Pool.adaptiveMaxPool2d(self, outputSize));
  }
}
