package dev.cresset.nn;

import static dev.cresset.Functional.l1Loss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code |input − target|}. As {@code torch.nn.L1Loss}. */
public final class L1Loss extends L1LossModule {
  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public L1Loss(Option.ForLoss... options) {
    LossSettings settings = LossSettings.of(options);
    this.reduction = settings.code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return l1Loss(input, target, reduction);
  }
}
