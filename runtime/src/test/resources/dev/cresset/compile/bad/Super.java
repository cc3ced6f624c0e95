package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A method of the class above. */
class Super extends SuperModule {
  @Script
  Tensor forward(Tensor x) {
    return super.toString().equals("x") ? x : x.neg(); // error: script/super
  }
}
