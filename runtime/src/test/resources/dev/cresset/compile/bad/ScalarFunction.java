package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A function of numbers that a graph does not have. */
class ScalarFunction extends ScalarFunctionModule {
  @Script
  Tensor forward(Tensor x) {
    return x.mul(Math.cbrt(8.0)); // error: script/scalar-function
  }
}
