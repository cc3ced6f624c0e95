package dev.cresset.nn;

import static dev.cresset.Functional.hardshrink;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** x, or 0 near 0. As {@code torch.nn.Hardshrink}. */
public final class Hardshrink extends HardshrinkModule {
  /** How far from 0 it becomes 0. */
  public final double lambd;

  /** With lambd 0.5. */
  public Hardshrink() {
    this(0.5);
  }

  /** With this lambd. */
  public Hardshrink(double lambd) {
    this.lambd = lambd;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return hardshrink(input, lambd);
  }

  @Override
  protected String extraRepr() {
    return ModuleText.number(lambd);
  }
}
