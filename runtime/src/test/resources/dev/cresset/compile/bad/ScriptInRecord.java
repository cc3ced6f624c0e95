package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted method of a record. */
record ScriptInRecord(Tensor x) {
  @Script
  Tensor twice() { // error: script/kind-of-class
    return x.add(x);
  }
}
