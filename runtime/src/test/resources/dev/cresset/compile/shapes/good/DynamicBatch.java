package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;

/** The batch is asked for and used in a view. */
public class DynamicBatch extends DynamicBatchModule {
  final Conv2d conv = new Conv2d(1, 4, 3);
  final Linear head = new Linear(4 * 6 * 6, 10);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = conv.call(x);
    return head.call(y.view(y.size(0), 144));
  }

  public static Object run() {
    return new DynamicBatch().call(Tensor.zeros(3, 1, 8, 8));
  }
}
