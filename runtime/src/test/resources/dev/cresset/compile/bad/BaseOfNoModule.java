package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A module on top of something that is none. */
@Script(base = String.class)
class BaseOfNoModule extends BaseOfNoModuleModule { // error: script/base
  @Script
  Tensor forward(Tensor x) {
    return x;
  }
}
