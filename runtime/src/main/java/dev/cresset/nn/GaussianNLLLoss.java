package dev.cresset.nn;

import static dev.cresset.Functional.gaussianNllLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** How unlikely normal distributions make targets. As {@code torch.nn.GaussianNLLLoss}. */
public final class GaussianNLLLoss extends GaussianNLLLossModule {
  /** Whether the constant term is added. */
  public final boolean full;

  /** What a variance is at least. */
  public final double eps;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public GaussianNLLLoss(Option.ForGaussianNll... options) {
    boolean whole = false;
    double small = 1e-6;
    for (Option.ForGaussianNll option : options) {
      if (option instanceof Option.FullLoss o) {
        whole = o.on();
      } else if (option instanceof Option.Eps o) {
        small = o.value();
      }
    }
    this.full = whole;
    this.eps = small;
    this.reduction = LossSettings.of(options).code();
  }

  /**
   * Means, targets and variances of the same sizes, or one variance for each row, to one number, or
   * to one for each element.
   */
  @Script
  public Tensor forward(Tensor input, Tensor target, Tensor var) {
    return gaussianNllLoss(input, target, var, full, eps, reduction);
  }
}
