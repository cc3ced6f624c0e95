package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter that requires no gradient. */
class ParamInConstructor extends ParamInConstructorModule {
  @Param final Tensor weight;

  ParamInConstructor() {
    weight = Tensor.of(1f); // error: script/param
  }

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
