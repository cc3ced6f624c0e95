package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Slices with steps, from the end and past the end. */
public class Sliced extends SlicedModule {
  final Linear all = new Linear(4, 10);
  final Linear five = new Linear(5, 2);
  final Linear three = new Linear(3, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = all.call(x);
    Tensor even = y.slice(1, 0, 10, 2);
    Tensor last = y.slice(-1, -3, 99);
    return five.call(even).add(three.call(last)).add(five.call(y.narrow(1, 2, 5)));
  }

  public static Object run() {
    return new Sliced().call(Tensor.zeros(3, 4));
  }
}
