package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A number that generated code cannot read. */
class PrivateNumber extends PrivateNumberModule {
  private final double scale = Math.random();

  @Script
  Tensor forward(Tensor x) {
    return x.mul(scale); // error: script/private-field
  }
}
