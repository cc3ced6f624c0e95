package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A function that reads a field. */
class FieldInStatic extends FieldInStaticModule {
  @Param final Tensor weight = param(Tensor.of(1f));

  @Script
  static Tensor scale(Tensor x) {
    return x.mul(weight); // error: script/static
  }
}
