package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A lambda that captures a tensor. */
class Lambda extends LambdaModule {
  @Script
  Tensor forward(Tensor x) {
    Runnable r = () -> x.relu(); // error: script/type
    return x;
  }
}
