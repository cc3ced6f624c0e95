package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A parameter that is a number. */
class RoleOfNumber extends RoleOfNumberModule {
  @Param final double scale = 2; // error: script/role-of-no-tensor

  @Script
  Tensor forward(Tensor x) {
    return x.mul(scale);
  }
}
