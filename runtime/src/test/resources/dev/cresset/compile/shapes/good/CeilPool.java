package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MaxPool2d;

/** A pool that rounds up. */
public class CeilPool extends CeilPoolModule {
  final AdaptiveAvgPool2d first = new AdaptiveAvgPool2d(7);
  final MaxPool2d pool = new MaxPool2d(2, ceilMode(true));
  final Linear head = new Linear(16, 2);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(pool.call(first.call(x)).flatten(1));
  }

  public static Object run() {
    return new CeilPool().call(Tensor.zeros(2, 1, 9, 9));
  }
}
