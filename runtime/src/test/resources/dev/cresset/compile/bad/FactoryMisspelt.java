package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A slip of the pen in what is no parameter either. */
class FactoryMisspelt extends FactoryMisspeltModule {
  @Param final Tensor weight;

  FactoryMisspelt(long size) {
    weight = Tensor.zeroes(size).mul(2); // error: javac
  }

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
