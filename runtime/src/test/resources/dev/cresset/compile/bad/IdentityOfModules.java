package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Modules that are compared as objects. */
class IdentityOfModules extends IdentityOfModulesModule {
  final Linear a = new Linear(2, 2);
  final Linear b = a;

  @Script
  Tensor forward(Tensor x) {
    return a == b ? a.call(x) : x; // error: script/identity
  }
}
