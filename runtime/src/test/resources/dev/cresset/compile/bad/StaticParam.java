package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter of no object. */
class StaticParam extends StaticParamModule {
  @Param static final Tensor WEIGHT = Tensor.of(1f); // error: script/static-field

  @Script
  Tensor forward(Tensor x) {
    return x;
  }
}
