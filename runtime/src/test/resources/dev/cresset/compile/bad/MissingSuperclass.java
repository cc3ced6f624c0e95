package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.NnModule;

/** A module that extends another class than the one generated for it. */
class MissingSuperclass extends NnModule { // error: script/superclass
  @Script
  Tensor forward(Tensor x) {
    return x;
  }
}
