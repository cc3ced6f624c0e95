package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Arrays have no such method. */
class MethodOfArray extends MethodOfArrayModule {
  @Script
  Tensor forward(Tensor x) {
    int[] sizes = {1};
    return x.mul(sizes.size()); // error: javac
  }
}
