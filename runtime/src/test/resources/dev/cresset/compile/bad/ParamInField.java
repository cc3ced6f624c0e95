package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter that requires no gradient, made where it is declared. */
class ParamInField extends ParamInFieldModule {
  @Param final Tensor weight = Tensor.of(1f); // error: script/param

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
