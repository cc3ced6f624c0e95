package t;

import static dev.cresset.Functional.crossEntropy;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Linear;

/** Classes against targets. */
public class Losses extends LossesModule {
  final Linear head = new Linear(4, 10);

  @Script
  public Tensor forward(Tensor x, Tensor target) {
    return crossEntropy(head.call(x), target);
  }

  public static Object run() {
    return new Losses().call(Tensor.zeros(3, 4), Tensor.zeros(DType.I64, 3));
  }
}
