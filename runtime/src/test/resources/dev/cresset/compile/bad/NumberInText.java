package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A number in a text. */
class NumberInText extends NumberInTextModule {
  @Script
  Tensor forward(Tensor x, int n) {
    String mode = "n" + n; // error: script/text
    return x;
  }
}
