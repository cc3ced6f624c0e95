package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A count inside of an expression. */
class IncrementAsValue extends IncrementAsValueModule {
  @Script
  Tensor forward(Tensor x) {
    int n = 1;
    return x.add(n++); // error: script/assignment-as-value
  }
}
