package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A number where a tensor is promised. */
class WrongReturn extends WrongReturnModule {
  @Script
  Tensor forward(Tensor x) {
    return x.size(0); // error: javac
  }
}
