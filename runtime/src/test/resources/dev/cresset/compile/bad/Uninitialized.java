package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A variable that may have no value. */
class Uninitialized extends UninitializedModule {
  @Script
  Tensor forward(Tensor x) {
    Tensor y;
    if (x.dim() > 1) {
      y = x.neg();
    }
    return y; // error: javac
  }
}
