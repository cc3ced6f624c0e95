package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted method with a body in an interface. */
interface ScriptInInterface {
  @Script
  default Tensor twice(Tensor x) { // error: script/kind-of-class
    return x.add(x);
  }
}
