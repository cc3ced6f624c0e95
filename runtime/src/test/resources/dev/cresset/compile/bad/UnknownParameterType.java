package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A parameter of a class that is not there. */
class UnknownParameterType extends UnknownParameterTypeModule {
  @Script
  Tensor forward(Missing x) { // error: javac
    return x.relu();
  }
}
