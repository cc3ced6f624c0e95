package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A tensor that is both trained and kept. */
class TwoRoles extends TwoRolesModule {
  @Param @Buffer final Tensor weight = param(Tensor.of(1f)); // error: script/two-roles

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
