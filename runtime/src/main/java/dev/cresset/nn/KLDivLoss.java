package dev.cresset.nn;

import static dev.cresset.Functional.klDiv;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** How far log-probabilities are from a target distribution. As {@code torch.nn.KLDivLoss}. */
public final class KLDivLoss extends KLDivLossModule {
  /** Whether the target, too, is given as logarithms. */
  public final boolean logTarget;

  /** Whether the sum is divided by the first size. */
  public final boolean batchMean;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public KLDivLoss(Option.ForKlDiv... options) {
    LossSettings settings = LossSettings.of(options);
    this.logTarget = settings.logTarget();
    this.batchMean = settings.reduction() == Reduction.BATCH_MEAN;
    this.reduction = settings.reduction().code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    Tensor loss = klDiv(input, target, reduction, logTarget);
    return batchMean ? loss.div(input.size(0)) : loss;
  }
}
