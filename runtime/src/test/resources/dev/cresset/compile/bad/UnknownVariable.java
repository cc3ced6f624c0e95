package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A name that nothing has. */
class UnknownVariable extends UnknownVariableModule {
  @Script
  Tensor forward(Tensor x) {
    return x.add(missing); // error: javac
  }
}
