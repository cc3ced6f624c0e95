package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A result of a type without meaning. */
class ReturnType extends ReturnTypeModule {
  @Script
  Object forward(Tensor x) { // error: script/type
    return x;
  }
}
