package dev.cresset.nn;

import static dev.cresset.Functional.mish;
import static dev.cresset.Functional.mish_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code x · tanh(softplus(x))}. As {@code torch.nn.Mish}. */
public final class Mish extends MishModule {
  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** A layer without memory. */
  public Mish(Option.ForActivation... options) {
    inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? mish_(input) : mish(input);
  }

  @Override
  protected String extraRepr() {
    return inplace ? "inplace=True" : "";
  }
}
