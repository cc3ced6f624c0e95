package dev.cresset.nn;

import static dev.cresset.Functional.huberLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * {@code delta · (|input − target| − delta / 2)}, and a parabola where the difference is below
 * delta. As {@code torch.nn.HuberLoss}.
 */
public final class HuberLoss extends HuberLossModule {
  /** Below which difference it is a parabola. */
  public final double delta;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With delta 1.0. */
  public HuberLoss(Option.ForLoss... options) {
    this(1.0, options);
  }

  /** With this delta. */
  public HuberLoss(double delta, Option.ForLoss... options) {
    LossSettings settings = LossSettings.of(options);
    this.delta = delta;
    this.reduction = settings.code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return huberLoss(input, target, reduction, delta);
  }
}
