package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A method of Java's for each element. */
class MapOfPlainMethod extends MapOfPlainMethodModule {
  @Script
  Tensor forward(Tensor x) {
    return x.map(Math::abs); // error: script/map
  }
}
