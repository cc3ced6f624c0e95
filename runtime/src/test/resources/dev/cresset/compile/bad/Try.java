package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Exceptions that are caught. */
class Try extends TryModule {
  @Script
  Tensor forward(Tensor x) {
    try { // error: script/try
      return x.neg();
    } finally {
      x = null;
    }
  }
}
