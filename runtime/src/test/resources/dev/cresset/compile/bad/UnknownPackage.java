package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A parameter of a class of a package that is not there. */
class UnknownPackage extends UnknownPackageModule {
  @Script
  Tensor forward(missing.Type x) { // error: javac
    return x;
  }
}
