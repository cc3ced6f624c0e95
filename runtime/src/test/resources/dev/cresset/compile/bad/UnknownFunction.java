package bad;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A function with a slip of the pen. */
class UnknownFunction extends UnknownFunctionModule {
  @Script
  Tensor forward(Tensor x) {
    return rellu(x); // error: script/unknown-op
  }
}
