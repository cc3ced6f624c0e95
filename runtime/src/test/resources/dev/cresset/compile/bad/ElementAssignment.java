package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** An array that changes. */
class ElementAssignment extends ElementAssignmentModule {
  @Script
  Tensor forward(Tensor x) {
    int[] sizes = {1, 2};
    sizes[0] = 2; // error: script/element-assignment
    return x.reshape(sizes);
  }
}
