package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A function that is not there. */
class MapOfNothing extends MapOfNothingModule {
  @Script
  Tensor forward(Tensor x) {
    return x.map(MapOfNothing::halve); // error: javac
  }
}
