package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** An assignment inside of an expression. */
class AssignmentAsValue extends AssignmentAsValueModule {
  @Script
  Tensor forward(Tensor x) {
    Tensor y = x;
    return x.add(y = x.neg()); // error: script/assignment-as-value
  }
}
