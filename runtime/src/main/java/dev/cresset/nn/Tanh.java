package dev.cresset.nn;

import static dev.cresset.Functional.tanh;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The hyperbolic tangent. As {@code torch.nn.Tanh}. */
public final class Tanh extends TanhModule {
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return tanh(input);
  }
}
