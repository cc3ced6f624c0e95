package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Two helpers that call each other. */
class RecursionOfTwo extends RecursionOfTwoModule {
  @Script
  Tensor forward(Tensor x) {
    return even(x, 3);
  }

  private Tensor even(Tensor x, int n) {
    return n == 0 ? x : odd(x, n - 1);
  }

  private Tensor odd(Tensor x, int n) {
    return n == 0 ? x : even(x, n - 1); // error: script/recursion
  }
}
