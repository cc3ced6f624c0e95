package dev.cresset.nn;

import static dev.cresset.Functional.relu;
import static dev.cresset.Functional.relu_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code max(x, 0)}. As {@code torch.nn.ReLU}. */
public final class ReLU extends ReLUModule {
  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** A layer without memory. */
  public ReLU(Option.ForActivation... options) {
    inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? relu_(input) : relu(input);
  }

  @Override
  protected String extraRepr() {
    return inplace ? "inplace=True" : "";
  }
}
