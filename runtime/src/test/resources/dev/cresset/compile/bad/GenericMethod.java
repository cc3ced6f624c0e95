package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted method with type parameters. */
class GenericMethod extends GenericMethodModule {
  @Script
  <T> Tensor forward(Tensor x) { // error: script/generic-method
    return x;
  }
}
