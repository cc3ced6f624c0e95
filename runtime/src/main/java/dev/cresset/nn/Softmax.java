package dev.cresset.nn;

import static dev.cresset.Functional.softmax;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code eˣ} divided by its sum along a dimension. As {@code torch.nn.Softmax}. */
public final class Softmax extends SoftmaxModule {
  /** Along which it sums to 1. */
  public final int dim;

  /** With this dim. */
  public Softmax(int dim) {
    this.dim = dim;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return softmax(input, dim);
  }

  @Override
  protected String extraRepr() {
    return "dim=" + dim;
  }
}
