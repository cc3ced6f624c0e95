package dev.cresset.nn;

import static dev.cresset.Functional.alphaDropout;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * While training, sets elements with probability p to what {@link SELU} ends at, and scales all so
 * that mean and variance stay; else the input itself. As {@code torch.nn.AlphaDropout}, never in
 * place.
 */
public final class AlphaDropout extends AlphaDropoutModule {
  /** With what probability it is set. */
  public final double p;

  /** With probability one half. */
  public AlphaDropout() {
    this(0.5);
  }

  /**
   * With probability {@code p}.
   *
   * @throws IllegalArgumentException if it is no probability
   */
  public AlphaDropout(double p) {
    this.p = Activations.probability(p);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return alphaDropout(input, p, training);
  }

  @Override
  protected String extraRepr() {
    return "p=" + ModuleText.text(p) + ", inplace=False";
  }
}
