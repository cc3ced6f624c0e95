package dev.cresset.nn;

import static dev.cresset.Functional.silu;
import static dev.cresset.Functional.silu_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code x · sigmoid(x)}. As {@code torch.nn.SiLU}. */
public final class SiLU extends SiLUModule {
  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** A layer without memory. */
  public SiLU(Option.ForActivation... options) {
    inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? silu_(input) : silu(input);
  }

  @Override
  protected String extraRepr() {
    return inplace ? "inplace=True" : "";
  }
}
