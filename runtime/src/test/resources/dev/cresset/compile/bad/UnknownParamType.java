package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter to learn of a class that is not there. */
class UnknownParamType extends UnknownParamTypeModule {
  @Param final Tenser weight = param(null); // error: javac

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
