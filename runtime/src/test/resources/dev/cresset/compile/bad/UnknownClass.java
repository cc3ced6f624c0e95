package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A class that nothing has. */
class UnknownClass extends UnknownClassModule {
  @Script
  Tensor forward(Tensor x) {
    Missing m = null; // error: javac
    return x;
  }
}
