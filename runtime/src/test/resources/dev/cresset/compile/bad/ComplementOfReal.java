package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The bits of a real number. */
class ComplementOfReal extends ComplementOfRealModule {
  @Script
  Tensor forward(Tensor x) {
    return x.mul(~1.5); // error: javac
  }
}
