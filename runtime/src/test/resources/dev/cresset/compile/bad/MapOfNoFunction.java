package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A formula of two numbers for one tensor. */
class MapOfNoFunction extends MapOfNoFunctionModule {
  @Script
  Tensor forward(Tensor x) {
    return x.map(MapOfNoFunction::both); // error: script/map
  }

  @Script
  static float both(float a, float b) {
    return a * b;
  }
}
