package dev.cresset.tools.tensorboard;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted function with a branch in a loop. */
final class Turns {
  private Turns() {}

  @Script
  static Tensor turns(Tensor x, int times) {
    Tensor y = x;
    for (int i = 0; i < times; i++) {
      y = y.mul(2);
      if (i > 1) {
        y = y.relu();
      }
    }
    return y;
  }
}
