package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** An exception. */
class Throw extends ThrowModule {
  @Script
  Tensor forward(Tensor x, int n) {
    if (n < 0) {
      throw new IllegalArgumentException(); // error: script/throw
    }
    return x;
  }
}
