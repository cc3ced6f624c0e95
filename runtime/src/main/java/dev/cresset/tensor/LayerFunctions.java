package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Convolution;
import dev.cresset.tensor.eager.Norm;
import dev.cresset.tensor.eager.Pool;
import dev.cresset.tensor.eager.Reduction;
import org.jspecify.annotations.Nullable;

/** Convolutions, pooling and normalisation. As {@code torch.nn.functional}. */
public abstract class LayerFunctions extends RandomFunctions {

  /** Holds functions alone. */
  protected LayerFunctions() {}

  /** Slides filters over one size. As {@code torch.nn.functional.conv1d}. */
  @Aten("conv1d")
  public static Tensor conv1d(Tensor input, Tensor weight) {
    return Convolution.conv1d(
        input, weight, null, new long[] {1}, new long[] {0}, new long[] {1}, 1);
  }

  /** Slides filters over one size. As {@code torch.nn.functional.conv1d}. */
  @Aten("conv1d")
  public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return Convolution.conv1d(
        input, weight, bias, new long[] {1}, new long[] {0}, new long[] {1}, 1);
  }

  /** Slides filters over one size. As {@code torch.nn.functional.conv1d}. */
  @Aten("conv1d")
  public static Tensor conv1d(
      Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    return Convolution.conv1d(
        input, weight, bias, new long[] {stride}, new long[] {padding}, new long[] {1}, 1);
  }

  /** Slides filters over one size. As {@code torch.nn.functional.conv1d}. */
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

  /** Slides filters over images. As {@code torch.nn.functional.conv2d}. */
  @Aten("conv2d")
  public static Tensor conv2d(Tensor input, Tensor weight) {
    return Convolution.conv2d(
        input, weight, null, new long[] {1, 1}, new long[] {0, 0}, new long[] {1, 1}, 1);
  }

  /** Slides filters over images. As {@code torch.nn.functional.conv2d}. */
  @Aten("conv2d")
  public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return Convolution.conv2d(
        input, weight, bias, new long[] {1, 1}, new long[] {0, 0}, new long[] {1, 1}, 1);
  }

  /** Slides filters over images. As {@code torch.nn.functional.conv2d}. */
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

  /** Slides filters over images. As {@code torch.nn.functional.conv2d}. */
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

  /** The gradient of {@code conv1d} as a layer. As {@code torch.nn.functional.conv_transpose1d}. */
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

  /** The gradient of {@code conv2d} as a layer. As {@code torch.nn.functional.conv_transpose2d}. */
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

  /**
   * The largest element in each window, which do not overlap. As {@code
   * torch.nn.functional.max_pool1d}.
   */
  @Aten("max_pool1d")
  public static Tensor maxPool1d(Tensor self, long kernelSize) {
    return Pool.maxPool1d(
        self, new long[] {kernelSize}, new long[0], new long[] {0}, new long[] {1}, false);
  }

  /** The largest element in each window. As {@code torch.nn.functional.max_pool1d}. */
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

  /** The largest element in each window. As {@code torch.nn.functional.max_pool2d}. */
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

  /** The largest element in each window. As {@code torch.nn.functional.max_pool2d}. */
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

  /** The largest element in each window. As {@code torch.nn.functional.max_pool2d}. */
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

  /** The mean of each window, which do not overlap. As {@code torch.nn.functional.avg_pool1d}. */
  @Aten("avg_pool1d")
  public static Tensor avgPool1d(Tensor self, long kernelSize) {
    return Pool.avgPool1d(self, new long[] {kernelSize}, new long[0], new long[] {0}, false, true);
  }

  /** The mean of each window. As {@code torch.nn.functional.avg_pool1d}. */
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

  /** The mean of each window, which do not overlap. As {@code torch.nn.functional.avg_pool2d}. */
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

  /** The mean of each window. As {@code torch.nn.functional.avg_pool2d}. */
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
   */
  @Aten("adaptive_avg_pool1d")
  public static Tensor adaptiveAvgPool1d(Tensor self, long... outputSize) {
    return Pool.adaptiveAvgPool1d(self, outputSize);
  }

  /**
   * Means of as many windows as the result is to have. As {@code
   * torch.nn.functional.adaptive_avg_pool2d}.
   */
  @Aten("adaptive_avg_pool2d")
  public static Tensor adaptiveAvgPool2d(Tensor self, long... outputSize) {
    return Pool.adaptiveAvgPool2d(self, outputSize);
  }

  /**
   * The largest elements of as many windows as the result is to have, and where they stand. As
   * {@code torch.nn.functional.adaptive_max_pool1d_with_indices}.
   */
  @Aten("adaptive_max_pool1d")
  public static ValuesIndices adaptiveMaxPool1d(Tensor self, long... outputSize) {
    return pair(Pool.adaptiveMaxPool1d(self, outputSize));
  }

  /**
   * The largest elements of as many windows as the result is to have, and where they stand. As
   * {@code torch.nn.functional.adaptive_max_pool2d_with_indices}.
   */
  @Aten("adaptive_max_pool2d")
  public static ValuesIndices adaptiveMaxPool2d(Tensor self, long... outputSize) {
    return pair(Pool.adaptiveMaxPool2d(self, outputSize));
  }

  /**
   * Channels brought to mean 0 and variance 1, by the batch's statistics if {@code training}, which
   * the running ones then learn by {@code momentum}, else by the running ones. {@code cudnnEnabled}
   * has no meaning here. As {@code torch.batch_norm}.
   */
  @Aten("batch_norm")
  public static Tensor batchNorm(
      Tensor input,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      @Nullable Tensor runningMean,
      @Nullable Tensor runningVar,
      boolean training,
      double momentum,
      double eps,
      boolean cudnnEnabled) {
    return Norm.batchNorm(
        input, weight, bias, runningMean, runningVar, training, momentum, eps, cudnnEnabled);
  }

  /** The last sizes brought to mean 0 and variance 1. As {@code torch.nn.functional.layer_norm}. */
  @Aten("layer_norm")
  public static Tensor layerNorm(Tensor input, long[] normalizedShape) {
    return Norm.layerNorm(input, normalizedShape, null, null, 1e-5, true);
  }

  /**
   * The last sizes brought to mean 0 and variance 1, then scaled and shifted. As {@code
   * torch.nn.functional.layer_norm}.
   */
  @Aten("layer_norm")
  public static Tensor layerNorm(
      Tensor input,
      long[] normalizedShape,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      double eps) {
    return Norm.layerNorm(input, normalizedShape, weight, bias, eps, true);
  }

  /**
   * Groups of channels brought to mean 0 and variance 1, then scaled and shifted. As {@code
   * torch.nn.functional.group_norm}.
   */
  @Aten("group_norm")
  public static Tensor groupNorm(
      Tensor input, long numGroups, @Nullable Tensor weight, @Nullable Tensor bias, double eps) {
    return Norm.groupNorm(input, numGroups, weight, bias, eps, true);
  }

  /**
   * Each channel of each example brought to mean 0 and variance 1. {@code cudnnEnabled} has no
   * meaning here. As {@code torch.instance_norm}.
   */
  @Aten("instance_norm")
  public static Tensor instanceNorm(
      Tensor input,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      @Nullable Tensor runningMean,
      @Nullable Tensor runningVar,
      boolean useInputStats,
      double momentum,
      double eps,
      boolean cudnnEnabled) {
    return Composite.instanceNorm(
        input, weight, bias, runningMean, runningVar, useInputStats, momentum, eps, cudnnEnabled);
  }

  /**
   * The cosine of the angle of vectors along a dimension. As {@code
   * torch.nn.functional.cosine_similarity}.
   */
  @Aten("cosine_similarity")
  public static Tensor cosineSimilarity(Tensor x1, Tensor x2, int dim, double eps) {
    return Reduction.cosineSimilarity(x1, x2, dim, eps);
  }

  /**
   * The p-norm of the difference of vectors along the last dimension. As {@code
   * torch.nn.functional.pairwise_distance}.
   */
  @Aten("pairwise_distance")
  public static Tensor pairwiseDistance(Tensor x1, Tensor x2, double p, double eps) {
    return Reduction.pairwiseDistance(x1, x2, p, eps, false);
  }

  /**
   * Vectors along the second dimension divided by their length. As {@code
   * torch.nn.functional.normalize}.
   */
  @Aten("cresset::normalize")
  public static Tensor normalize(Tensor self) {
    return Reduction.normalize(self, 2, 1, 1e-12);
  }

  /** Vectors along {@code dim} divided by their p-norm, where that is at least {@code eps}. */
  @Aten("cresset::normalize")
  public static Tensor normalize(Tensor self, double p, int dim, double eps) {
    return Reduction.normalize(self, p, dim, eps);
  }
}
