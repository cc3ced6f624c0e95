package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A loop without a condition. */
class EndlessFor extends EndlessForModule {
  @Script
  Tensor forward(Tensor x) {
    for (int i = 0; ; i++) { // error: script/endless-for
      x = x.add(i);
    }
  }
}
