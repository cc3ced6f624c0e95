package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A loop that is left in the middle. */
class Break extends BreakModule {
  @Script
  Tensor forward(Tensor x, int n) {
    for (int i = 0; i < 3; i++) {
      x = x.add(i);
      if (i == n) {
        break; // error: script/break
      }
    }
    return x;
  }
}
