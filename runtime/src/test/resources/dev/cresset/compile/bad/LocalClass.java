package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A class inside of a method. */
class LocalClass extends LocalClassModule {
  @Script
  Tensor forward(Tensor x) {
    record Pair(Tensor a, Tensor b) {} // error: script/local-class
    return x;
  }
}
