package dev.cresset.nn;

import static dev.cresset.Functional.logsigmoid;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code log(sigmoid(x))}. As {@code torch.nn.LogSigmoid}. */
public final class LogSigmoid extends LogSigmoidModule {
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return logsigmoid(input);
  }
}
