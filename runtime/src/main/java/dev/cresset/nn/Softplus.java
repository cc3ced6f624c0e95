package dev.cresset.nn;

import static dev.cresset.Functional.softplus;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code log(1 + e^(beta · x)) / beta}, a smooth ReLU. As {@code torch.nn.Softplus}. */
public final class Softplus extends SoftplusModule {
  /** How sharply it bends. */
  public final double beta;

  /** Above this {@code beta · x} the function is x. */
  public final double threshold;

  /** With beta 1 and threshold 20. */
  public Softplus() {
    this(1, 20);
  }

  /** With these. */
  public Softplus(double beta, double threshold) {
    this.beta = beta;
    this.threshold = threshold;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return softplus(input, beta, threshold);
  }

  @Override
  protected String extraRepr() {
    return "beta=" + ModuleText.number(beta) + ", threshold=" + ModuleText.number(threshold);
  }
}
