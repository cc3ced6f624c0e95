package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Norm;
import dev.cresset.tensor.eager.Reduction;
import org.jspecify.annotations.Nullable;

/** Normalisation, and how alike vectors are. As {@code torch.nn.functional}. */
public abstract class NormFunctions extends ImagePoolFunctions {

  /** Holds functions alone. */
  protected NormFunctions() {}

  /**
   * Channels brought to mean 0 and variance 1, by the batch's statistics if {@code training}, which
   * the running ones then learn by {@code momentum}, else by the running ones. As {@code
   * torch.batch_norm}.
   *
   * @param input {@code [n, channels, ..]}
   * @param weight the scale of each channel; null for 1
   * @param bias the shift of each channel; null for 0
   * @param runningMean the running mean of each channel, written while learning; may be null
   * @param runningVar the running variance of each channel, unbiased, written while learning; may
   *     be null
   * @param training whether the statistics are the batch's
   * @param momentum the weight of the new statistics in the running ones
   * @param eps added to the variance
   * @param cudnnEnabled has no meaning here
   * @return the size of {@code input}
   * @throws dev.cresset.ShapeException if a statistic, the scale or the shift has another size than
   *     the channels, or if {@code training} and a channel has one value only
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

  /**
   * The last sizes brought to mean 0 and variance 1. As {@code torch.nn.functional.layer_norm}.
   *
   * @param input {@code [.., normalizedShape]}
   * @param normalizedShape the last sizes of {@code input}
   * @return the size of {@code input}
   * @throws dev.cresset.ShapeException if the last sizes are others
   */
  @Aten("layer_norm")
  public static Tensor layerNorm(Tensor input, long[] normalizedShape) {
    return Norm.layerNorm(input, normalizedShape, null, null, 1e-5, true);
  }

  /**
   * The last sizes brought to mean 0 and variance 1, then scaled and shifted. As {@code
   * torch.nn.functional.layer_norm}.
   *
   * @param input {@code [.., normalizedShape]}
   * @param normalizedShape the last sizes of {@code input}
   * @param weight the scale of each element; null for 1
   * @param bias the shift of each element; null for 0
   * @param eps added to the variance
   * @return the size of {@code input}
   * @throws dev.cresset.ShapeException if the last sizes are others
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
   *
   * @param input {@code [n, channels, ..]}
   * @param numGroups a divisor of the channels
   * @param weight the scale of each channel; null for 1
   * @param bias the shift of each channel; null for 0
   * @param eps added to the variance
   * @return the size of {@code input}
   * @throws dev.cresset.ShapeException if the channels cannot be split so
   */
  @Aten("group_norm")
  public static Tensor groupNorm(
      Tensor input, long numGroups, @Nullable Tensor weight, @Nullable Tensor bias, double eps) {
    return Norm.groupNorm(input, numGroups, weight, bias, eps, true);
  }

  /**
   * Each channel of each example brought to mean 0 and variance 1. As {@code torch.instance_norm}.
   *
   * @param input {@code [n, channels, ..]}
   * @param weight the scale of each channel; null for 1
   * @param bias the shift of each channel; null for 0
   * @param runningMean the running mean of each channel, written while learning; may be null
   * @param runningVar the running variance of each channel, unbiased, written while learning; may
   *     be null
   * @param useInputStats whether the statistics are the input's
   * @param momentum the weight of the new statistics in the running ones
   * @param eps added to the variance
   * @param cudnnEnabled has no meaning here
   * @return the size of {@code input}
   * @throws dev.cresset.ShapeException if a statistic, the scale or the shift has another size than
   *     the channels
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
   *
   * @param x1 any size
   * @param x2 a size that broadcasts with that of {@code x1}
   * @param dim the dimension of a vector
   * @param eps the least product of lengths that is divided by
   * @return the common size without {@code dim}
   */
  @Aten("cosine_similarity")
  public static Tensor cosineSimilarity(Tensor x1, Tensor x2, int dim, double eps) {
    return Reduction.cosineSimilarity(x1, x2, dim, eps);
  }

  /**
   * The p-norm of the difference of vectors along the last dimension. As {@code
   * torch.nn.functional.pairwise_distance}.
   *
   * @param x1 any size
   * @param x2 a size that broadcasts with that of {@code x1}
   * @param p which norm; 2 for the length
   * @param eps added to each difference
   * @return the common size without its last dimension
   */
  @Aten("pairwise_distance")
  public static Tensor pairwiseDistance(Tensor x1, Tensor x2, double p, double eps) {
    return Reduction.pairwiseDistance(x1, x2, p, eps, false);
  }

  /**
   * Vectors along the second dimension divided by their length. As {@code
   * torch.nn.functional.normalize}.
   *
   * @param self any size
   * @return the size of {@code self}
   */
  @Aten("cresset::normalize")
  public static Tensor normalize(Tensor self) {
    return Reduction.normalize(self, 2, 1, 1e-12);
  }

  /**
   * Vectors along {@code dim} divided by their p-norm, where that is at least {@code eps}. As
   * {@code torch.nn.functional.normalize}.
   *
   * @param self any size
   * @param p which norm; 2 for the length
   * @param dim the dimension of a vector
   * @param eps the least length that is divided by
   * @return the size of {@code self}
   */
  @Aten("cresset::normalize")
  public static Tensor normalize(Tensor self, double p, int dim, double eps) {
    return Reduction.normalize(self, p, dim, eps);
  }
}
