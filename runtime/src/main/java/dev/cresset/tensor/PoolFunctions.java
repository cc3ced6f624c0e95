package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.VolumePool;
import org.jspecify.annotations.Nullable;

/**
 * Pools of volumes, pools of powers, and pools undone; see {@link ImagePoolFunctions} for others.
 */
public abstract class PoolFunctions extends WindowFunctions {

  /** Holds functions alone. */
  protected PoolFunctions() {}

  /** The largest element in each window over volumes. As {@code torch.nn.functional.max_pool3d}. */
  @Aten("max_pool3d")
  public static Tensor maxPool3d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return VolumePool.maxPool3d(self, kernelSize, stride, padding, dilation, ceilMode);
  }

  /**
   * The largest element in each window over volumes, and where it stands in its volume. As {@code
   * torch.nn.functional.max_pool3d_with_indices}.
   */
  @Aten("max_pool3d_with_indices")
  public static ValuesIndices maxPool3dWithIndices(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return pair(
        VolumePool.maxPool3dWithIndices(self, kernelSize, stride, padding, dilation, ceilMode));
  }

  /**
   * The mean of each window over volumes. As {@code torch.nn.functional.avg_pool3d}.
   *
   * @param divisorOverride what sums are divided by; null for the number of elements
   */
  @Aten("avg_pool3d")
  public static Tensor avgPool3d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad,
      @Nullable Long divisorOverride) {
    return VolumePool.avgPool3d(
        self, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
  }

  /**
   * Means of as many windows of volumes as the result is to have. As {@code
   * torch.nn.functional.adaptive_avg_pool3d}.
   */
  @Aten("adaptive_avg_pool3d")
  public static Tensor adaptiveAvgPool3d(Tensor self, long... outputSize) {
    return VolumePool.adaptiveAvgPool3d(self, outputSize);
  }

  /**
   * The largest elements of as many windows of volumes as the result is to have, and where they
   * stand. As {@code torch.nn.functional.adaptive_max_pool3d_with_indices}.
   */
  @Aten("adaptive_max_pool3d")
  public static ValuesIndices adaptiveMaxPool3d(Tensor self, long... outputSize) {
    return pair(VolumePool.adaptiveMaxPool3d(self, outputSize));
  }

  /**
   * {@code (Σ x^p)^(1/p)} of each window of a signal. As {@code torch.nn.functional.lp_pool1d}.
   *
   * @param normType p
   */
  @Aten("cresset::lp_pool1d")
  public static Tensor lpPool1d(
      Tensor self, double normType, long kernelSize, long stride, boolean ceilMode) {
    return VolumePool.lpPool1d(self, normType, kernelSize, stride, ceilMode);
  }

  /**
   * {@code (Σ x^p)^(1/p)} of each window of an image. As {@code torch.nn.functional.lp_pool2d}.
   *
   * @param normType p
   */
  @Aten("cresset::lp_pool2d")
  public static Tensor lpPool2d(
      Tensor self, double normType, long[] kernelSize, long[] stride, boolean ceilMode) {
    return VolumePool.lpPool2d(self, normType, kernelSize, stride, ceilMode);
  }

  /**
   * Zeros of signals with elements where {@code indices} say. As {@code
   * torch.nn.functional.max_unpool1d}.
   *
   * @param indices of the sizes of {@code self}; they count through a signal of {@code outputSize}
   */
  @Aten("cresset::max_unpool")
  public static Tensor maxUnpool1d(Tensor self, Tensor indices, long[] outputSize) {
    return VolumePool.maxUnpool(self, indices, outputSize);
  }

  /**
   * Zeros of images with elements where {@code indices} say. As {@code
   * torch.nn.functional.max_unpool2d}.
   *
   * @param indices of the sizes of {@code self}; they count through an image of {@code outputSize}
   */
  @Aten("max_unpool2d")
  public static Tensor maxUnpool2d(Tensor self, Tensor indices, long[] outputSize) {
    return VolumePool.maxUnpool2d(self, indices, outputSize);
  }

  /**
   * Zeros of volumes with elements where {@code indices} say. As {@code
   * torch.nn.functional.max_unpool3d}; {@code stride} and {@code padding} have no meaning here.
   *
   * @param indices of the sizes of {@code self}; they count through a volume of {@code outputSize}
   */
  @Aten("max_unpool3d")
  public static Tensor maxUnpool3d(
      Tensor self, Tensor indices, long[] outputSize, long[] stride, long[] padding) {
    return VolumePool.maxUnpool3d(self, indices, outputSize, stride, padding);
  }
}
