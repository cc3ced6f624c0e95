package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A switch that gives a value. */
class SwitchExpression extends SwitchExpressionModule {
  @Script
  Tensor forward(Tensor x, int n) {
    return switch (n) { // error: script/switch
      case 1 -> x;
      default -> x.neg();
    };
  }
}
