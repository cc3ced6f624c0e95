package dev.cresset.nn;

import static dev.cresset.Functional.selu;
import static dev.cresset.Functional.selu_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The exponential unit that keeps mean 0 and variance 1. As {@code torch.nn.SELU}. */
public final class SELU extends SELUModule {
  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** A layer without memory. */
  public SELU(Option.ForActivation... options) {
    inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? selu_(input) : selu(input);
  }

  @Override
  protected String extraRepr() {
    return inplace ? "inplace=True" : "";
  }
}
