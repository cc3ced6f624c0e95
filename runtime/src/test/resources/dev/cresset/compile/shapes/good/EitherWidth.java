package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Two heads for two widths, each in its branch. */
public class EitherWidth extends EitherWidthModule {
  final Linear wide = new Linear(4, 16);
  final Linear narrow = new Linear(4, 8);
  final Linear ofWide = new Linear(16, 2);
  final Linear ofNarrow = new Linear(8, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y;
    if (training) {
      y = ofWide.call(wide.call(x));
    } else {
      y = ofNarrow.call(narrow.call(x));
    }
    return y.add(1);
  }

  public static Object run() {
    return new EitherWidth().call(Tensor.zeros(3, 4));
  }
}
