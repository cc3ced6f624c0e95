package dev.cresset.nn;

import static dev.cresset.Functional.softmax;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@link Softmax} of {@code −x}. As {@code torch.nn.Softmin}. */
public final class Softmin extends SoftminModule {
  /** Along which it sums to 1. */
  public final int dim;

  /** With this dim. */
  public Softmin(int dim) {
    this.dim = dim;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return softmax(input.neg(), dim);
  }

  @Override
  protected String extraRepr() {
    return "dim=" + dim;
  }
}
