package t;

import static dev.cresset.Functional.keepDims;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Sums, means and extremes, kept and not. */
public class Reductions extends ReductionsModule {
  final Linear all = new Linear(4, 6);
  final Linear head = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = all.call(x);
    Tensor normal = y.sub(y.mean(keepDims(-1))).div(y.amax(keepDims(1)).add(1));
    return head.call(normal).add(head.call(y.sum(0))).add(y.max(1).values().sum());
  }

  public static Object run() {
    return new Reductions().call(Tensor.zeros(3, 4));
  }
}
