package dev.cresset.tools.summary;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted function with a loop. */
final class Products {
  private Products() {}

  @Script
  static Tensor squared(Tensor x, int times) {
    Tensor y = x;
    for (int i = 0; i < times; i++) {
      y = y.matmul(x).relu();
    }
    return y;
  }
}
