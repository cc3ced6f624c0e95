package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** An array without its elements. */
class NewArray extends NewArrayModule {
  @Script
  Tensor forward(Tensor x) {
    int[][] sizes = new int[2][2]; // error: script/new-array
    return x.reshape(sizes);
  }
}
