package dev.cresset.nn;

import static dev.cresset.Functional.rrelu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * What is not positive times a slope, drawn anew for each element while training. As {@code
 * torch.nn.RReLU}.
 */
public final class RReLU extends RReLUModule {
  /** The least slope. */
  public final double lower;

  /** The largest slope. */
  public final double upper;

  /** With slopes from an eighth to a third. */
  public RReLU() {
    this(1.0 / 8, 1.0 / 3);
  }

  /** With slopes between these. */
  public RReLU(double lower, double upper) {
    this.lower = lower;
    this.upper = upper;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return rrelu(input, lower, upper, training);
  }

  @Override
  protected String extraRepr() {
    return "lower=" + ModuleText.text(lower) + ", upper=" + ModuleText.text(upper);
  }
}
