package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A loop that a graph has another word for. */
class While extends WhileModule {
  @Script
  Tensor forward(Tensor x) {
    int i = 0;
    while (i < 3) { // error: script/while
      i++;
    }
    return x;
  }
}
