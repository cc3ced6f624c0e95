package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A formula that has no name. */
class LambdaForMap extends LambdaForMapModule {
  @Script
  Tensor forward(Tensor x) {
    return x.map(v -> v * 2f); // error: script/lambda
  }
}
