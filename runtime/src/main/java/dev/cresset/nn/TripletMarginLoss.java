package dev.cresset.nn;

import static dev.cresset.Functional.tripletMarginLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * How far the positive is from being nearer to the anchor than the negative, by a margin. As {@code
 * torch.nn.TripletMarginLoss}.
 */
public final class TripletMarginLoss extends TripletMarginLossModule {
  /** By how much it is to be nearer. */
  public final double margin;

  /** Which norm distances are taken in. */
  public final double p;

  /** Keeps the gradient of a distance finite. */
  public final double eps;

  /** Whether the negative counts as the nearer of anchor and positive. */
  public final boolean swap;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; margin 1, the 2-norm and the mean if they say nothing of it. */
  public TripletMarginLoss(Option.ForTripletMargin... options) {
    double apart = 1;
    double degree = 2;
    double small = 1e-6;
    boolean nearer = false;
    for (Option.ForTripletMargin option : options) {
      if (option instanceof Option.Margin o) {
        apart = o.value();
      } else if (option instanceof Option.NormDegree o) {
        degree = o.value();
      } else if (option instanceof Option.Eps o) {
        small = o.value();
      } else if (option instanceof Option.Swap o) {
        nearer = o.on();
      }
    }
    this.margin = apart;
    this.p = degree;
    this.eps = small;
    this.swap = nearer;
    this.reduction = LossSettings.of(options).code();
  }

  /** Three tensors {@code [n, d]} to one number, or to {@code [n]}; or all without {@code n}. */
  @Script
  public Tensor forward(Tensor anchor, Tensor positive, Tensor negative) {
    return tripletMarginLoss(anchor, positive, negative, margin, p, eps, swap, reduction);
  }
}
