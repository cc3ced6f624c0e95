package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A module inside of an object. */
class InnerClass {
  class Cell extends InnerClass_CellModule { // error: script/inner-class
    @Script
    Tensor forward(Tensor x) {
      return x;
    }
  }
}
