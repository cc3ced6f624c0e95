package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A module made in forward. */
class NewModule extends NewModuleModule {
  @Script
  Tensor forward(Tensor x) {
    return new Linear(2, 2).call(x); // error: script/new
  }
}
