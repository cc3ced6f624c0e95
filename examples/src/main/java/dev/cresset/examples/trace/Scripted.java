package dev.cresset.examples.trace;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** What a trace calls as a graph. */
final class Scripted {
  private Scripted() {}

  @Script
  static Tensor sumOrProduct(Tensor x, Tensor y) {
    if (x.sum().gt(0).toBool()) {
      return x.add(y);
    } else {
      return x.mul(y);
    }
  }
}
