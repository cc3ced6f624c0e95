package dev.cresset.nn;

import static dev.cresset.Functional.marginRankingLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * How far the first is from being larger than the second, where the target is 1, or smaller, where
 * it is −1. As {@code torch.nn.MarginRankingLoss}.
 */
public final class MarginRankingLoss extends MarginRankingLossModule {
  /** By how much they are to lie apart. */
  public final double margin;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With margin 0.0. */
  public MarginRankingLoss(Option.ForLoss... options) {
    this(0.0, options);
  }

  /** With this margin. */
  public MarginRankingLoss(double margin, Option.ForLoss... options) {
    this.margin = margin;
    this.reduction = LossSettings.of(options).code();
  }

  /** Three tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input1, Tensor input2, Tensor target) {
    return marginRankingLoss(input1, input2, target, margin, reduction);
  }
}
