package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Two scripted methods of one name. */
class Overloaded extends OverloadedModule {
  @Script
  Tensor step(Tensor x) {
    return x;
  }

  @Script
  Tensor step(Tensor x, Tensor y) { // error: script/overloaded
    return x.add(y);
  }
}
