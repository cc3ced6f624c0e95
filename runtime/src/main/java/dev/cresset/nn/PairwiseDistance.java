package dev.cresset.nn;

import static dev.cresset.Functional.pairwiseDistance;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The norm of the difference of vectors. As {@code torch.nn.PairwiseDistance}. */
public final class PairwiseDistance extends PairwiseDistanceModule {
  /** Which norm. */
  public final double p;

  /** Added to each difference, which keeps the gradient finite. */
  public final double eps;

  /** Whether the last size stays, as 1. */
  public final boolean keepdim;

  /** In the 2-norm. */
  public PairwiseDistance() {
    this(2, 1e-6, false);
  }

  /** In this norm of differences moved by {@code eps}. */
  public PairwiseDistance(double p, double eps, boolean keepdim) {
    this.p = p;
    this.eps = eps;
    this.keepdim = keepdim;
  }

  /** Two tensors {@code [n, d]} to {@code [n]}, or {@code [d]} to one number. */
  @Script
  public Tensor forward(Tensor x1, Tensor x2) {
    return pairwiseDistance(x1, x2, p, eps, keepdim);
  }
}
