package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A check that is on or off. */
class Assert extends AssertModule {
  @Script
  Tensor forward(Tensor x, int n) {
    assert n > 0; // error: script/throw
    return x;
  }
}
