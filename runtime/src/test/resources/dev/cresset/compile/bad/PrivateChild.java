package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A child that the superclass cannot register. */
class PrivateChild extends PrivateChildModule {
  private final Linear inner = new Linear(2, 3); // error: script/private-field

  @Script
  Tensor forward(Tensor x) {
    return inner.call(x);
  }
}
