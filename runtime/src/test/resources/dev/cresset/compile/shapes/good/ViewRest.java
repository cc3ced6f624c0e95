package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A view of which one size is the rest. */
public class ViewRest extends ViewRestModule {
  final Linear a = new Linear(12, 24);
  final Linear b = new Linear(8, 3);

  @Script
  public Tensor forward(Tensor x) {
    return b.call(a.call(x).view(-1, 8));
  }

  public static Object run() {
    return new ViewRest().call(Tensor.zeros(5, 12));
  }
}
