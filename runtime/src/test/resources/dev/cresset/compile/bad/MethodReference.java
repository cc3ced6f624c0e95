package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.function.UnaryOperator;

/** A method as a value. */
class MethodReference extends MethodReferenceModule {
  @Script
  Tensor forward(Tensor x) {
    var f = (UnaryOperator<Tensor>) Tensor::relu; // error: script/method-reference
    return x;
  }
}
