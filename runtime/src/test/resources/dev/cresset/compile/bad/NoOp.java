package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Plain Java of a tensor. */
class NoOp extends NoOpModule {
  @Script
  Tensor forward(Tensor x) {
    return x.add(x.toString().length()); // error: script/no-op
  }
}
