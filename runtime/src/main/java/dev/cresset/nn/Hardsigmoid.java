package dev.cresset.nn;

import static dev.cresset.Functional.hardsigmoid;
import static dev.cresset.Functional.hardsigmoid_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code min(max(x + 3, 0), 6) / 6}. As {@code torch.nn.Hardsigmoid}. */
public final class Hardsigmoid extends HardsigmoidModule {
  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** A layer without memory. */
  public Hardsigmoid(Option.ForActivation... options) {
    inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? hardsigmoid_(input) : hardsigmoid(input);
  }
}
