package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A number that the graph does not count with. */
class CharLiteral extends CharLiteralModule {
  @Script
  Tensor forward(Tensor x) {
    return x.mul('a'); // error: script/type
  }
}
