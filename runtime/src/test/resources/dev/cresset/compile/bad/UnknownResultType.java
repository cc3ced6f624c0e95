package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A result of a class that is not there. */
class UnknownResultType extends UnknownResultTypeModule {
  @Script
  Missing forward(Tensor x) { // error: javac
    return x;
  }
}
