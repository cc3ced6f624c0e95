package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A lock. */
class Synchronized extends SynchronizedModule {
  @Script
  Tensor forward(Tensor x) {
    synchronized (this) { // error: script/synchronized
      return x.neg();
    }
  }
}
