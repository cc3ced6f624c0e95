package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A switch. */
class Switch extends SwitchModule {
  @Script
  Tensor forward(Tensor x, int n) {
    switch (n) { // error: script/switch
      case 1:
        return x;
      default:
        return x.neg();
    }
  }
}
