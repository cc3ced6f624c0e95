package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;

/** An adaptive pool makes images of any size one. */
public class AdaptivePool extends AdaptivePoolModule {
  final Conv2d conv = new Conv2d(1, 6, 5);
  final AdaptiveAvgPool2d pool = new AdaptiveAvgPool2d(2, 3);
  final Linear head = new Linear(36, 4);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(pool.call(conv.call(x)).flatten(1));
  }

  public static Object run() {
    return new AdaptivePool().call(Tensor.zeros(2, 1, 20, 30));
  }
}
