package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A method left early with another size than at its end. */
public class EarlyReturn extends EarlyReturnModule {
  final Linear features = new Linear(4, 16);
  final Linear head = new Linear(16, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = features.call(x);
    if (!training) {
      return y;
    }
    return head.call(y);
  }

  public static Object run() {
    return new EarlyReturn().call(Tensor.zeros(3, 4));
  }
}
