package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Losses. As {@code torch.nn.functional}; {@code reduction} is 0 for none, 1 for the mean, 2 for
 * the sum, and the mean if absent.
 */
public abstract class LossFunctions extends NormFunctions {

  /** Holds functions alone. */
  protected LossFunctions() {}

  /** {@code (x − target)²}. As {@code torch.nn.functional.mse_loss}. */
  @Aten("mse_loss")
  public static Tensor mseLoss(Tensor self, Tensor target) {
    return Loss.mseLoss(self, target, 1);
  }

  /** {@code (x − target)²}. As {@code torch.nn.functional.mse_loss}. */
  @Aten("mse_loss")
  public static Tensor mseLoss(Tensor self, Tensor target, long reduction) {
    return Loss.mseLoss(self, target, reduction);
  }

  /** {@code |x − target|}. As {@code torch.nn.functional.l1_loss}. */
  @Aten("l1_loss")
  public static Tensor l1Loss(Tensor self, Tensor target) {
    return Loss.l1Loss(self, target, 1);
  }

  /** {@code |x − target|}. As {@code torch.nn.functional.l1_loss}. */
  @Aten("l1_loss")
  public static Tensor l1Loss(Tensor self, Tensor target, long reduction) {
    return Loss.l1Loss(self, target, reduction);
  }

  /**
   * {@code |x − target| − ½}, and a parabola where that is below ½. As {@code
   * torch.nn.functional.smooth_l1_loss}.
   */
  @Aten("smooth_l1_loss")
  public static Tensor smoothL1Loss(Tensor self, Tensor target) {
    return Loss.smoothL1Loss(self, target, 1, 1.0);
  }

  /**
   * {@code |x − target| − beta / 2}, and a parabola where the difference is below beta. As {@code
   * torch.nn.functional.smooth_l1_loss}.
   */
  @Aten("smooth_l1_loss")
  public static Tensor smoothL1Loss(Tensor self, Tensor target, long reduction, double beta) {
    return Loss.smoothL1Loss(self, target, reduction, beta);
  }

  /**
   * {@code |x − target| − ½}, and a parabola where that is below ½. As {@code
   * torch.nn.functional.huber_loss}.
   */
  @Aten("huber_loss")
  public static Tensor huberLoss(Tensor self, Tensor target) {
    return Loss.huberLoss(self, target, 1, 1.0);
  }

  /**
   * {@code delta · (|x − target| − delta / 2)}, and a parabola where the difference is below delta.
   * As {@code torch.nn.functional.huber_loss}.
   */
  @Aten("huber_loss")
  public static Tensor huberLoss(Tensor self, Tensor target, long reduction, double delta) {
    return Loss.huberLoss(self, target, reduction, delta);
  }

  /**
   * How unlikely probabilities make targets between 0 and 1. As {@code
   * torch.nn.functional.binary_cross_entropy}.
   */
  @Aten("binary_cross_entropy")
  public static Tensor binaryCrossEntropy(Tensor self, Tensor target) {
    return Loss.binaryCrossEntropy(self, target, null, 1);
  }

  /**
   * How unlikely probabilities make targets between 0 and 1. As {@code
   * torch.nn.functional.binary_cross_entropy}.
   */
  @Aten("binary_cross_entropy")
  public static Tensor binaryCrossEntropy(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction) {
    return Loss.binaryCrossEntropy(self, target, weight, reduction);
  }

  /**
   * {@code binaryCrossEntropy} of {@code sigmoid(x)}, computed at once. As {@code
   * torch.nn.functional.binary_cross_entropy_with_logits}.
   */
  @Aten("binary_cross_entropy_with_logits")
  public static Tensor binaryCrossEntropyWithLogits(Tensor self, Tensor target) {
    return Loss.binaryCrossEntropyWithLogits(self, target, null, null, 1);
  }

  /**
   * {@code binaryCrossEntropy} of {@code sigmoid(x)}, computed at once. As {@code
   * torch.nn.functional.binary_cross_entropy_with_logits}.
   */
  @Aten("binary_cross_entropy_with_logits")
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor self,
      Tensor target,
      @Nullable Tensor weight,
      @Nullable Tensor posWeight,
      long reduction) {
    return Loss.binaryCrossEntropyWithLogits(self, target, weight, posWeight, reduction);
  }

  /** The negated log-probability of the right class. As {@code torch.nn.functional.nll_loss}. */
  @Aten("nll_loss_nd")
  public static Tensor nllLoss(Tensor self, Tensor target) {
    return Loss.nllLossNd(self, target, null, 1, -100);
  }

  /** The negated log-probability of the right class. As {@code torch.nn.functional.nll_loss}. */
  @Aten("nll_loss_nd")
  public static Tensor nllLoss(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    return Loss.nllLossNd(self, target, weight, reduction, ignoreIndex);
  }

  /**
   * How unlikely scores make the right class, or the target distribution. As {@code
   * torch.nn.functional.cross_entropy}.
   */
  @Aten("cross_entropy_loss")
  public static Tensor crossEntropy(Tensor self, Tensor target) {
    return Loss.crossEntropyLoss(self, target, null, 1, -100, 0.0);
  }

  /**
   * How unlikely scores make the right class, or the target distribution. As {@code
   * torch.nn.functional.cross_entropy}.
   */
  @Aten("cross_entropy_loss")
  public static Tensor crossEntropy(
      Tensor self,
      Tensor target,
      @Nullable Tensor weight,
      long reduction,
      long ignoreIndex,
      double labelSmoothing) {
    return Loss.crossEntropyLoss(self, target, weight, reduction, ignoreIndex, labelSmoothing);
  }

  /**
   * How far log-probabilities are from a target distribution. As {@code
   * torch.nn.functional.kl_div}.
   */
  @Aten("kl_div")
  public static Tensor klDiv(Tensor self, Tensor target) {
    return Loss.klDiv(self, target, 1, false);
  }

  /**
   * How far log-probabilities are from a target distribution. As {@code
   * torch.nn.functional.kl_div}.
   */
  @Aten("kl_div")
  public static Tensor klDiv(Tensor self, Tensor target, long reduction, boolean logTarget) {
    return Loss.klDiv(self, target, reduction, logTarget);
  }

  /**
   * How far pairs are from being alike (target 1) or unlike (−1). As {@code
   * torch.nn.functional.cosine_embedding_loss}.
   */
  @Aten("cosine_embedding_loss")
  public static Tensor cosineEmbeddingLoss(
      Tensor input1, Tensor input2, Tensor target, double margin, long reduction) {
    return Loss.cosineEmbeddingLoss(input1, input2, target, margin, reduction);
  }

  /** How far pairs are from their order. As {@code torch.nn.functional.margin_ranking_loss}. */
  @Aten("margin_ranking_loss")
  public static Tensor marginRankingLoss(
      Tensor input1, Tensor input2, Tensor target, double margin, long reduction) {
    return Loss.marginRankingLoss(input1, input2, target, margin, reduction);
  }

  /**
   * How far distances are from small (target 1) or large (−1). As {@code
   * torch.nn.functional.hinge_embedding_loss}.
   */
  @Aten("hinge_embedding_loss")
  public static Tensor hingeEmbeddingLoss(
      Tensor self, Tensor target, double margin, long reduction) {
    return Loss.hingeEmbeddingLoss(self, target, margin, reduction);
  }

  /**
   * How far the positive is from being nearer than the negative. As {@code
   * torch.nn.functional.triplet_margin_loss}.
   */
  @Aten("triplet_margin_loss")
  public static Tensor tripletMarginLoss(
      Tensor anchor,
      Tensor positive,
      Tensor negative,
      double margin,
      double p,
      double eps,
      boolean swap,
      long reduction) {
    return Loss.tripletMarginLoss(anchor, positive, negative, margin, p, eps, swap, reduction);
  }

  /** {@code log(1 + e^(−target · x))}. As {@code torch.nn.functional.soft_margin_loss}. */
  @Aten("soft_margin_loss")
  public static Tensor softMarginLoss(Tensor self, Tensor target, long reduction) {
    return Loss.softMarginLoss(self, target, reduction);
  }

  /**
   * How far the right class is from leading by a margin. As {@code
   * torch.nn.functional.multi_margin_loss}.
   */
  @Aten("multi_margin_loss")
  public static Tensor multiMarginLoss(
      Tensor self, Tensor target, long p, long margin, @Nullable Tensor weight, long reduction) {
    return Loss.multiMarginLoss(self, target, p, margin, weight, reduction);
  }

  /**
   * How far the right class is from leading by a margin. As {@code
   * torch.nn.functional.multi_margin_loss}.
   */
  @Aten("multi_margin_loss")
  public static Tensor multiMarginLoss(
      Tensor self,
      Tensor target,
      double p,
      double margin,
      @Nullable Tensor weight,
      long reduction) {
    return Loss.multiMarginLoss(self, target, p, margin, weight, reduction);
  }

  /** How unlikely a rate makes counts. As {@code torch.nn.functional.poisson_nll_loss}. */
  @Aten("poisson_nll_loss")
  public static Tensor poissonNllLoss(
      Tensor input, Tensor target, boolean logInput, boolean full, double eps, long reduction) {
    return Loss.poissonNllLoss(input, target, logInput, full, eps, reduction);
  }
}
