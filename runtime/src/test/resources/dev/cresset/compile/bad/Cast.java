package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;

/** A module that may be another. */
class Cast extends CastModule {
  final Layer inner = new Linear(2, 2);

  @Script
  Tensor forward(Tensor x) {
    return ((Linear) inner).call(x); // error: script/cast
  }
}
