package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A loop whose rest is jumped over. */
class Continue extends ContinueModule {
  @Script
  Tensor forward(Tensor x, int n) {
    for (int i = 0; i < 3; i++) {
      if (i == n) {
        continue; // error: script/break
      }
      x = x.add(i);
    }
    return x;
  }
}
