package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A static that is not known before the program runs. */
class NotConstant extends NotConstantModule {
  static final double SEED = Math.random();

  @Script
  Tensor forward(Tensor x) {
    return x.mul(SEED); // error: script/not-constant
  }
}
