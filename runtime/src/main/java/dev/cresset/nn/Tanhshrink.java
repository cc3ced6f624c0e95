package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code x − tanh(x)}. As {@code torch.nn.Tanhshrink}. */
public final class Tanhshrink extends TanhshrinkModule {
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return input.sub(input.tanh());
  }
}
