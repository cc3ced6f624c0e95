package dev.cresset.nn;

import static dev.cresset.Functional.nllLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** The negated log-probability of the right class. As {@code torch.nn.NLLLoss}. */
public final class NLLLoss extends NLLLossModule {
  /** The weight of each class; null for 1. */
  @Buffer public final @Nullable Tensor weight;

  /** The class that counts for nothing. */
  public final long ignoreIndex;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public NLLLoss(Option.ForNllLoss... options) {
    LossSettings settings = LossSettings.of(options);
    this.weight = settings.weight();
    this.ignoreIndex = settings.ignoreIndex();
    this.reduction = settings.code();
  }

  /**
   * Log-probabilities {@code [n, c]} or {@code [n, c, *]} and classes {@code [n]} or {@code [n,
   * *]}.
   */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return nllLoss(input, target, weight, reduction, ignoreIndex);
  }
}
