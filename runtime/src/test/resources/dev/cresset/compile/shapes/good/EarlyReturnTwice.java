package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Two returns out of nested conditions. */
public class EarlyReturnTwice extends EarlyReturnTwiceModule {
  final Linear a = new Linear(4, 6);
  final Linear b = new Linear(6, 8);

  @Script
  public Tensor forward(Tensor x) {
    if (x.dim() == 1) {
      return b.call(a.call(x.unsqueeze(0))).squeeze(0);
    }
    Tensor y = a.call(x);
    if (y.size(0) > 3) {
      return b.call(y.slice(0, 0, 3));
    }
    return b.call(y);
  }

  public static Object run() {
    return new EarlyReturnTwice()
        .call(Tensor.zeros(4))
        .add(new EarlyReturnTwice().call(Tensor.zeros(2, 4)));
  }
}
