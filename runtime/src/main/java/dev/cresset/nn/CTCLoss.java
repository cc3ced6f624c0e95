package dev.cresset.nn;

import static dev.cresset.Functional.ctcLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * How unlikely sequences make labels, whatever their alignment in time. As {@code
 * torch.nn.CTCLoss}.
 */
public final class CTCLoss extends CTCLossModule {
  /** The class that stands for none. */
  public final long blank;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** Whether losses without any alignment count as 0. */
  public final boolean zeroInfinity;

  /** With these options; blank 0 and the mean if they say nothing of it. */
  public CTCLoss(Option.ForCtc... options) {
    long none = 0;
    boolean zero = false;
    for (Option.ForCtc option : options) {
      if (option instanceof Option.Blank o) {
        none = o.label();
      } else if (option instanceof Option.ZeroInfinity o) {
        zero = o.on();
      }
    }
    this.blank = none;
    this.zeroInfinity = zero;
    this.reduction = LossSettings.of(options).code();
  }

  /**
   * Log-probabilities {@code [times, n, classes]}, labels {@code [n, labels]} or one after the
   * other, and the lengths of both, {@code [n]}, to one number, or to {@code [n]}.
   */
  @Script
  public Tensor forward(
      Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) {
    return ctcLoss(logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity);
  }
}
