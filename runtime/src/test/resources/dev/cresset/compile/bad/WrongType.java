package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A text where a tensor is wanted. */
class WrongType extends WrongTypeModule {
  @Script
  Tensor forward(Tensor x) {
    return x.add("one"); // error: javac
  }
}
