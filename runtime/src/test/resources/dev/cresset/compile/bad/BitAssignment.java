package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Bits of numbers. */
class BitAssignment extends BitAssignmentModule {
  @Script
  Tensor forward(Tensor x, int n) {
    n |= 1; // error: script/bit-operator
    return x.mul(n);
  }
}
