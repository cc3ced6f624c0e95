package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;

/** Widths of an array, and one more layer at its end. */
public class Widths extends WidthsModule {
  final ModuleList<Linear> layers = new ModuleList<>();
  final Linear head;

  public Widths(int in, int... widths) {
    int width = in;
    for (int each : widths) {
      layers.add(new Linear(width, each));
      width = each;
    }
    head = new Linear(width, 2);
  }

  @Script
  public Tensor forward(Tensor x) {
    for (Linear each : layers) {
      x = relu(each.call(x));
    }
    return head.call(x);
  }

  public static Object run() {
    return new Widths(4, 8, 3).call(Tensor.zeros(1, 4));
  }
}
