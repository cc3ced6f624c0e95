package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.function.UnaryOperator;

/** A lambda with a cast. */
class LambdaInVar extends LambdaInVarModule {
  @Script
  Tensor forward(Tensor x) {
    var f = (UnaryOperator<Tensor>) y -> y.relu(); // error: script/lambda
    return x;
  }
}
