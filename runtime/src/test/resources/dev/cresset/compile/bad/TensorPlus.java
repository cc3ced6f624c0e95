package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Tensors under an operator for numbers. */
class TensorPlus extends TensorPlusModule {
  @Script
  Tensor forward(Tensor x, Tensor y) {
    return x + y; // error: script/tensor-operator
  }
}
