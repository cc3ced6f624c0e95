package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A class cannot come before itself. */
@Script(base = BaseOfItself.class)
class BaseOfItself extends BaseOfItselfModule { // error: script/base
  @Script
  Tensor forward(Tensor x) {
    return x;
  }
}
