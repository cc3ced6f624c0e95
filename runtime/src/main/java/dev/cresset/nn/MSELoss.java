package dev.cresset.nn;

import static dev.cresset.Functional.mseLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code (input − target)²}. As {@code torch.nn.MSELoss}. */
public final class MSELoss extends MSELossModule {
  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public MSELoss(Option.ForLoss... options) {
    LossSettings settings = LossSettings.of(options);
    this.reduction = settings.code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return mseLoss(input, target, reduction);
  }
}
