package dev.cresset.nn;

import static dev.cresset.Functional.relu6;
import static dev.cresset.Functional.relu6_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code min(max(x, 0), 6)}. As {@code torch.nn.ReLU6}. */
public final class ReLU6 extends ReLU6Module {
  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** A layer without memory. */
  public ReLU6(Option.ForActivation... options) {
    inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? relu6_(input) : relu6(input);
  }

  @Override
  protected String extraRepr() {
    return inplace ? "inplace=True" : "";
  }
}
