package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A function that speaks of its object. */
class ThisInStatic extends ThisInStaticModule {
  @Param final Tensor weight = param(Tensor.of(1f));

  @Script
  static Tensor scale(Tensor x) {
    return x.mul(this.weight); // error: script/static
  }
}
