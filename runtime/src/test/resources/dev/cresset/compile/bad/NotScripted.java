package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A method of another class. */
class NotScripted extends NotScriptedModule {
  @Script
  Tensor forward(Tensor x) {
    return x.mul(System.nanoTime()); // error: script/not-scripted
  }
}
