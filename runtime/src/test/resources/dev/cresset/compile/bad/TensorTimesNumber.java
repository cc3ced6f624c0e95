package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A tensor under an operator for numbers. */
class TensorTimesNumber extends TensorTimesNumberModule {
  @Script
  Tensor forward(Tensor x) {
    x *= 2; // error: script/tensor-operator
    return x;
  }
}
