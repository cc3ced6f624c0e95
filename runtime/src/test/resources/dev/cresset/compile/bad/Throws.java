package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted method with exceptions. */
class Throws extends ThrowsModule {
  @Script
  Tensor forward(Tensor x) throws java.io.IOException { // error: script/throws
    return x;
  }
}
