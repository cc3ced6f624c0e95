package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter that a local variable brings, which requires no gradient. */
class ParamByLocal extends ParamByLocalModule {
  @Param final Tensor weight;

  ParamByLocal(long size) {
    Tensor first = Tensor.zeros(size);
    var second = first;
    weight = second; // error: script/param
  }

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
