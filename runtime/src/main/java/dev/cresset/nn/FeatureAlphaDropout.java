package dev.cresset.nn;

import static dev.cresset.Functional.featureAlphaDropout;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * While training, sets channels with probability p to what {@link SELU} ends at, and scales all so
 * that mean and variance stay; else the input itself. As {@code torch.nn.FeatureAlphaDropout},
 * never in place.
 */
public final class FeatureAlphaDropout extends FeatureAlphaDropoutModule {
  /** With what probability it is set. */
  public final double p;

  /** With probability one half. */
  public FeatureAlphaDropout() {
    this(0.5);
  }

  /**
   * With probability {@code p}.
   *
   * @throws IllegalArgumentException if it is no probability
   */
  public FeatureAlphaDropout(double p) {
    this.p = Activations.probability(p);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return featureAlphaDropout(input, p, training);
  }

  @Override
  protected String extraRepr() {
    return "p=" + ModuleText.text(p) + ", inplace=False";
  }
}
