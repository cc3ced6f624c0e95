package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted method that takes any number of tensors. */
class VarargsMethod extends VarargsMethodModule {
  @Script
  Tensor forward(Tensor... x) { // error: script/varargs-method
    return x[0];
  }
}
