package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;

/** An adaptive pool of one image without a batch. */
public class AdaptiveNoBatch extends AdaptiveNoBatchModule {
  final Conv2d conv = new Conv2d(1, 6, 3);
  final AdaptiveAvgPool2d pool = new AdaptiveAvgPool2d(2);
  final Linear head = new Linear(24, 4);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(pool.call(conv.call(x)).flatten());
  }

  public static Object run() {
    return new AdaptiveNoBatch().call(Tensor.zeros(1, 9, 9));
  }
}
