package dev.cresset.nn;

import static dev.cresset.Functional.glu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** One half of the input, gated by the sigmoid of the other. As {@code torch.nn.GLU}. */
public final class GLU extends GLUModule {
  /** Which dimension is halved. */
  public final int dim;

  /** With dim -1. */
  public GLU() {
    this(-1);
  }

  /** With this dim. */
  public GLU(int dim) {
    this.dim = dim;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return glu(input, dim);
  }

  @Override
  protected String extraRepr() {
    return "dim=" + dim;
  }
}
