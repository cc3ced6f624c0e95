package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A slip of the pen in {@code param}. */
class ParamMisspelt extends ParamMisspeltModule {
  @Param final Tensor weight;

  ParamMisspelt(long size) {
    weight = parm(Tensor.zeros(size)); // error: javac
  }

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
