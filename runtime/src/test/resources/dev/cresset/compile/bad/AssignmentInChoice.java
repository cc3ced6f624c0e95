package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** An assignment on one side of a choice. */
class AssignmentInChoice extends AssignmentInChoiceModule {
  @Script
  Tensor forward(Tensor x, int n) {
    int m = n > 2 ? n : (n = 3); // error: script/assignment-as-value
    return x.mul(m);
  }
}
