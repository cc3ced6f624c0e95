package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The input itself; takes any place where a layer is asked for. As {@code torch.nn.Identity}. */
public final class Identity extends IdentityModule {
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return input;
  }
}
