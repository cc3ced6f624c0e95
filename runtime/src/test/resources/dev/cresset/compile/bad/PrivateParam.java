package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter that the superclass cannot register. */
class PrivateParam extends PrivateParamModule {
  @Param private final Tensor weight = param(Tensor.of(1f)); // error: script/private-field

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
