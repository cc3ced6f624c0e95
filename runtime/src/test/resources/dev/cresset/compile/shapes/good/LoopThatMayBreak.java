package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.Conv2d;

/** A loop that numbers leave before the window would be too large. */
public class LoopThatMayBreak extends LoopThatMayBreakModule {
  final Conv2d conv = new Conv2d(1, 1, 3);
  final AdaptiveAvgPool2d pool = new AdaptiveAvgPool2d(8);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = pool.call(x);
    for (int i = 0; i < 10; i++) {
      if (y.sum().item() < 1e9 && i > 1) {
        break;
      }
      y = conv.call(y);
    }
    return y;
  }

  public static Object run() {
    return new LoopThatMayBreak().call(Tensor.zeros(1, 1, 9, 9));
  }
}
