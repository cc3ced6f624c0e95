package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A number in a text. */
class ArrayInText extends ArrayInTextModule {
  @Script
  Tensor forward(Tensor x, int n) {
    String mode = "n" + new long[] {n}; // error: script/text
    return x;
  }
}
