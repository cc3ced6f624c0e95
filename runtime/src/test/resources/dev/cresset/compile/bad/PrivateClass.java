package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A module that generated code cannot see. */
class PrivateClass {
  private static class Cell extends PrivateClass_CellModule { // error: script/private-class
    @Script
    Tensor forward(Tensor x) {
      return x;
    }
  }
}
