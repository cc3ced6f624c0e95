package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A module that is exchanged when the one around it has long been made. */
class ReassignedModule extends ReassignedModuleModule {
  Linear head = new Linear(4, 2);

  void widen(long classes) {
    head = new Linear(4, classes); // error: script/reassigned-field
  }

  @Script
  Tensor forward(Tensor x) {
    return head.call(x);
  }
}
