package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** An op with too few arguments. */
class WrongCount extends WrongCountModule {
  @Script
  Tensor forward(Tensor x) {
    return x.matmul(); // error: javac
  }
}
