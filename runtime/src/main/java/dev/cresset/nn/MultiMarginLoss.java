package dev.cresset.nn;

import static dev.cresset.Functional.multiMarginLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * How far the right class is from leading each other by a margin. As {@code
 * torch.nn.MultiMarginLoss}.
 */
public final class MultiMarginLoss extends MultiMarginLossModule {
  /** The power of what is missing, 1 or 2. */
  public final double p;

  /** By how much it is to lead. */
  public final double margin;

  /** The weight of each class; null for 1. */
  @Buffer public final @Nullable Tensor weight;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; power 1, margin 1 and the mean if they say nothing of it. */
  public MultiMarginLoss(Option.ForMultiMargin... options) {
    double power = 1;
    double lead = 1;
    for (Option.ForMultiMargin option : options) {
      if (option instanceof Option.NormDegree o) {
        power = o.value();
      } else if (option instanceof Option.Margin o) {
        lead = o.value();
      }
    }
    if (power != 1 && power != 2) {
      throw new IllegalArgumentException("only p == 1 and p == 2 supported, but p is " + power);
    }
    LossSettings settings = LossSettings.of(options);
    this.p = power;
    this.margin = lead;
    this.weight = settings.weight();
    this.reduction = settings.code();
  }

  /**
   * Scores {@code [n, classes]} and classes {@code [n]} to one number, or to {@code [n]}; or both
   * without {@code n}.
   */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return multiMarginLoss(input, target, p, margin, weight, reduction);
  }
}
