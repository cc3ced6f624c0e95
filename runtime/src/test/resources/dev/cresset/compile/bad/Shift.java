package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Bits of numbers. */
class Shift extends ShiftModule {
  @Script
  Tensor forward(Tensor x, int n) {
    return x.mul(n << 1); // error: script/bit-operator
  }
}
