package dev.cresset.nn;

import static dev.cresset.Functional.dropout2d;
import static dev.cresset.Functional.dropout2d_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * While training, zeros each channel with probability p and scales the rest by {@code 1 / (1 − p)};
 * else the input itself. As {@code torch.nn.Dropout1d}.
 */
public final class Dropout1d extends Dropout1dModule {
  /** With what probability an element is zeroed. */
  public final double p;

  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** With probability one half. */
  public Dropout1d(Option.ForActivation... options) {
    this(0.5, options);
  }

  /**
   * With probability {@code p}.
   *
   * @throws IllegalArgumentException if it is no probability
   */
  public Dropout1d(double p, Option.ForActivation... options) {
    this.p = Activations.probability(p);
    this.inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    boolean one = input.dim() == 2;
    Tensor batch = one ? input.unsqueeze(0) : input;
    Tensor kept = inplace ? dropout2d_(batch, p, training) : dropout2d(batch, p, training);
    return one ? kept.squeeze(0) : kept;
  }

  @Override
  protected String extraRepr() {
    return "p=" + ModuleText.text(p) + ", inplace=" + ModuleText.text(inplace);
  }
}
