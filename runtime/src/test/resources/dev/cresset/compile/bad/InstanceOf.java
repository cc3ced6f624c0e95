package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;

/** A question for a class. */
class InstanceOf extends InstanceOfModule {
  final Layer inner = new Linear(2, 2);

  @Script
  Tensor forward(Tensor x) {
    return inner instanceof Linear ? inner.call(x) : x; // error: script/instanceof
  }
}
