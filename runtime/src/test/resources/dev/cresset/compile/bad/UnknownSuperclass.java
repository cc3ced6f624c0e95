package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A slip of the pen in the name of the superclass. */
class UnknownSuperclass extends UnknownSuperclassModul { // error: javac
  @Param final Tensor weight = param(Tensor.ones(2));

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
