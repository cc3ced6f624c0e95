package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A helper that gives a class that is not there. */
class UnknownHelperType extends UnknownHelperTypeModule {
  @Script
  Tensor forward(Tensor x) {
    return help(x);
  }

  private Missing help(Tensor x) { // error: javac
    return x;
  }
}
