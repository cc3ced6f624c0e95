package dev.cresset.nn;

import static dev.cresset.Functional.dropout;
import static dev.cresset.Functional.dropout_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * While training, zeros each element with probability p and scales the rest by {@code 1 / (1 − p)};
 * else the input itself. As {@code torch.nn.Dropout}.
 */
public final class Dropout extends DropoutModule {
  /** With what probability an element is zeroed. */
  public final double p;

  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** With probability one half. */
  public Dropout(Option.ForActivation... options) {
    this(0.5, options);
  }

  /**
   * With probability {@code p}.
   *
   * @throws IllegalArgumentException if it is no probability
   */
  public Dropout(double p, Option.ForActivation... options) {
    this.p = Activations.probability(p);
    this.inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? dropout_(input, p, training) : dropout(input, p, training);
  }

  @Override
  protected String extraRepr() {
    return "p=" + ModuleText.text(p) + ", inplace=" + ModuleText.text(inplace);
  }
}
