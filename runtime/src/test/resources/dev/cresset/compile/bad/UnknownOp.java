package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** An op with a slip of the pen. */
class UnknownOp extends UnknownOpModule {
  @Script
  Tensor forward(Tensor x) {
    return x.rellu(); // error: script/unknown-op
  }
}
