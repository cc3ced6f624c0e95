package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A formula of another type. */
class MapOfDouble extends MapOfDoubleModule {
  @Script
  Tensor forward(Tensor x) {
    return x.map(MapOfDouble::twice); // error: script/map
  }

  @Script
  static double twice(double a) {
    return a * 2;
  }
}
