package dev.cresset.nn;

import static dev.cresset.Functional.poissonNllLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** How unlikely rates, or their logarithms, make counts. As {@code torch.nn.PoissonNLLLoss}. */
public final class PoissonNLLLoss extends PoissonNLLLossModule {
  /** Whether rates are given as logarithms. */
  public final boolean logInput;

  /** Whether Stirling's approximation of the constant term is added. */
  public final boolean full;

  /** Keeps the logarithm of a rate finite. */
  public final double eps;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; rates are logarithms if they say nothing of it. */
  public PoissonNLLLoss(Option.ForPoissonNll... options) {
    boolean logs = true;
    boolean whole = false;
    double small = 1e-8;
    for (Option.ForPoissonNll option : options) {
      if (option instanceof Option.LogInput o) {
        logs = o.on();
      } else if (option instanceof Option.FullLoss o) {
        whole = o.on();
      } else if (option instanceof Option.Eps o) {
        small = o.value();
      }
    }
    this.logInput = logs;
    this.full = whole;
    this.eps = small;
    this.reduction = LossSettings.of(options).code();
  }

  /** Rates and counts of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return poissonNllLoss(input, target, logInput, full, eps, reduction);
  }
}
