package dev.cresset.nn;

import static dev.cresset.Functional.leakyRelu;
import static dev.cresset.Functional.leakyRelu_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** x above 0, {@code slope · x} below. As {@code torch.nn.LeakyReLU}. */
public final class LeakyReLU extends LeakyReLUModule {
  /** The slope below 0. */
  public final double negativeSlope;

  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** With negativeSlope 0.01. */
  public LeakyReLU(Option.ForActivation... options) {
    this(0.01, options);
  }

  /** With this negativeSlope. */
  public LeakyReLU(double negativeSlope, Option.ForActivation... options) {
    this.negativeSlope = negativeSlope;
    this.inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? leakyRelu_(input, negativeSlope) : leakyRelu(input, negativeSlope);
  }

  @Override
  protected String extraRepr() {
    return "negative_slope=" + ModuleText.text(negativeSlope) + (inplace ? ", inplace=True" : "");
  }
}
