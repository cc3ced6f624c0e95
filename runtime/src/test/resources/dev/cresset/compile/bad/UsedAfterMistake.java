package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** What follows from a mistake is not said again. */
class UsedAfterMistake extends UsedAfterMistakeModule {
  @Script
  Tensor forward(Tensor x) {
    var a = x.rellu(); // error: script/unknown-op
    var b = a.add(x);
    for (int i = 0; i < 3; i++) {
      b = b.mul(a);
    }
    return b;
  }
}
