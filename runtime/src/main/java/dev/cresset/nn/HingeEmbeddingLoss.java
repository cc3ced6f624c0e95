package dev.cresset.nn;

import static dev.cresset.Functional.hingeEmbeddingLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * How far distances are from being small, where the target is 1, or from being large, where it is
 * −1. As {@code torch.nn.HingeEmbeddingLoss}.
 */
public final class HingeEmbeddingLoss extends HingeEmbeddingLossModule {
  /** By how much they are to lie apart. */
  public final double margin;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With margin 1.0. */
  public HingeEmbeddingLoss(Option.ForLoss... options) {
    this(1.0, options);
  }

  /** With this margin. */
  public HingeEmbeddingLoss(double margin, Option.ForLoss... options) {
    this.margin = margin;
    this.reduction = LossSettings.of(options).code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return hingeEmbeddingLoss(input, target, margin, reduction);
  }
}
