package dev.cresset.nn;

import static dev.cresset.Functional.logSoftmax;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The logarithm of {@link Softmax}, computed at once. As {@code torch.nn.LogSoftmax}. */
public final class LogSoftmax extends LogSoftmaxModule {
  /** Along which it sums to 1. */
  public final int dim;

  /** With this dim. */
  public LogSoftmax(int dim) {
    this.dim = dim;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return logSoftmax(input, dim);
  }

  @Override
  protected String extraRepr() {
    return "dim=" + dim;
  }
}
