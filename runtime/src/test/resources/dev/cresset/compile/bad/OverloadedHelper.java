package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Two helpers of one name. */
class OverloadedHelper extends OverloadedHelperModule {
  @Script
  Tensor forward(Tensor x) {
    return step(step(x), x); // error: script/overloaded
  }

  private Tensor step(Tensor x) {
    return x;
  }

  private Tensor step(Tensor x, Tensor y) {
    return x.add(y);
  }
}
