package dev.cresset.nn;

import static dev.cresset.Functional.sigmoid;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code 1 / (1 + e⁻ˣ)}. As {@code torch.nn.Sigmoid}. */
public final class Sigmoid extends SigmoidModule {
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return sigmoid(input);
  }
}
