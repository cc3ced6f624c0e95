package dev.cresset.nn;

import static dev.cresset.Functional.hardswish;
import static dev.cresset.Functional.hardswish_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code x · min(max(x + 3, 0), 6) / 6}. As {@code torch.nn.Hardswish}. */
public final class Hardswish extends HardswishModule {
  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** A layer without memory. */
  public Hardswish(Option.ForActivation... options) {
    inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? hardswish_(input) : hardswish(input);
  }
}
