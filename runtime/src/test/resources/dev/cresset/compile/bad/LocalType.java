package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A local variable of a type without meaning. */
class LocalType extends LocalTypeModule {
  @Script
  Tensor forward(Tensor x) {
    StringBuilder text = null; // error: script/type
    return x;
  }
}
