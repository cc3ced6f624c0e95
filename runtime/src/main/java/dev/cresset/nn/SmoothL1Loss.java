package dev.cresset.nn;

import static dev.cresset.Functional.smoothL1Loss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * {@code |input − target| − beta / 2}, and a parabola where the difference is below beta. As {@code
 * torch.nn.SmoothL1Loss}.
 */
public final class SmoothL1Loss extends SmoothL1LossModule {
  /** Below which difference it is a parabola. */
  public final double beta;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With beta 1.0. */
  public SmoothL1Loss(Option.ForLoss... options) {
    this(1.0, options);
  }

  /** With this beta. */
  public SmoothL1Loss(double beta, Option.ForLoss... options) {
    LossSettings settings = LossSettings.of(options);
    this.beta = beta;
    this.reduction = settings.code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return smoothL1Loss(input, target, reduction, beta);
  }
}
