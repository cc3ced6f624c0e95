package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A tensor under an operator for numbers. */
class TensorMinus extends TensorMinusModule {
  @Script
  Tensor forward(Tensor x) {
    return -x; // error: script/tensor-operator
  }
}
