package dev.cresset.nn;

import static dev.cresset.Functional.softshrink;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** x drawn towards 0 by a fixed amount. As {@code torch.nn.Softshrink}. */
public final class Softshrink extends SoftshrinkModule {
  /** By how much. */
  public final double lambd;

  /** With lambd 0.5. */
  public Softshrink() {
    this(0.5);
  }

  /** With this lambd. */
  public Softshrink(double lambd) {
    this.lambd = lambd;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return softshrink(input, lambd);
  }

  @Override
  protected String extraRepr() {
    return ModuleText.number(lambd);
  }
}
