package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A way without an end. */
class MissingReturn extends MissingReturnModule {
  @Script
  Tensor forward(Tensor x) {
    if (x.dim() > 1) {
      return x;
    }
  } // error: javac
}
