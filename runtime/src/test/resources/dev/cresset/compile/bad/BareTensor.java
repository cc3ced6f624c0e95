package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A tensor that is neither trained nor kept. */
class BareTensor extends BareTensorModule {
  final Tensor weight = Tensor.of(1f); // error: script/bare-tensor

  @Script
  Tensor forward(Tensor x) {
    return x.mul(weight);
  }
}
