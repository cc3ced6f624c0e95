package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A loop that a graph has another word for. */
class DoWhile extends DoWhileModule {
  @Script
  Tensor forward(Tensor x) {
    int i = 0;
    do { // error: script/while
      i++;
    } while (i < 3);
    return x;
  }
}
