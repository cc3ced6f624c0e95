package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Two branches of different widths, and the same question again. */
public class JoinedWidths extends JoinedWidthsModule {
  final Linear wide = new Linear(4, 16);
  final Linear narrow = new Linear(4, 8);
  final Linear ofWide = new Linear(16, 2);
  final Linear ofNarrow = new Linear(8, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = training ? wide.call(x) : narrow.call(x);
    y = relu(y);
    return training ? ofWide.call(y) : ofNarrow.call(y);
  }

  public static Object run() {
    return new JoinedWidths().call(Tensor.zeros(3, 4));
  }
}
