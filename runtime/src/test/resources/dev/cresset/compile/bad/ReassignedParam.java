package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter that a scripted method replaces. */
class ReassignedParam extends ReassignedParamModule {
  @Param Tensor weight = param(Tensor.of(1f));

  @Script
  Tensor forward(Tensor x) {
    weight = x; // error: script/field-assignment
    return x;
  }
}
