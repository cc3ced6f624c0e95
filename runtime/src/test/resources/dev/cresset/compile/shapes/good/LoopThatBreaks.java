package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A loop that is left before a size would be too small. */
public class LoopThatBreaks extends LoopThatBreaksModule {
  final Linear first = new Linear(4, 16);
  final Linear head = new Linear(8, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = first.call(x);
    for (int i = 0; i < 10; i++) {
      if (y.size(1) <= 8) {
        break;
      }
      y = y.slice(1, 0, y.size(1) / 2);
    }
    return head.call(y);
  }

  public static Object run() {
    return new LoopThatBreaks().call(Tensor.zeros(3, 4));
  }
}
