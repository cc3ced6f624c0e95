package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code x / (1 + |x|)}. As {@code torch.nn.Softsign}. */
public final class Softsign extends SoftsignModule {
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return input.div(input.abs().add(1));
  }
}
