package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A class without a name. */
class AnonymousClass extends AnonymousClassModule {
  @Script
  Tensor forward(Tensor x) {
    var thread = new Thread() {}; // error: script/new
    return x;
  }
}
