package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A helper that comes back to itself. */
class Recursion extends RecursionModule {
  @Script
  Tensor forward(Tensor x) {
    return power(x, 3);
  }

  private Tensor power(Tensor x, int n) {
    return n == 0 ? x : power(x.mul(x), n - 1); // error: script/recursion
  }
}
