package dev.cresset.nn;

import static dev.cresset.Functional.softMarginLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code log(1 + e^(−target · input))} of targets 1 and −1. As {@code torch.nn.SoftMarginLoss}. */
public final class SoftMarginLoss extends SoftMarginLossModule {

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public SoftMarginLoss(Option.ForLoss... options) {
    this.reduction = LossSettings.of(options).code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return softMarginLoss(input, target, reduction);
  }
}
