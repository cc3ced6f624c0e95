package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Two methods that call would stand for. */
class TwoForwards extends TwoForwardsModule {
  @Script
  Tensor forward(Tensor x) {
    return x;
  }

  @Script
  Tensor forward(Tensor x, Tensor y) { // error: script/two-forwards
    return x.add(y);
  }
}
