package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A forward that call cannot reach. */
class PrivateForward extends PrivateForwardModule {
  @Script
  private Tensor forward(Tensor x) { // error: script/private-forward
    return x;
  }
}
