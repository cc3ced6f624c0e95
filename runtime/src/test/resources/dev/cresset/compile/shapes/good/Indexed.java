package t;

import static dev.cresset.Functional.all;
import static dev.cresset.Functional.at;
import static dev.cresset.Functional.range;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Places, ranges and new dimensions. */
public class Indexed extends IndexedModule {
  final Linear all = new Linear(4, 10);
  final Linear five = new Linear(5, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = all.call(x);
    return five.call(y.get(all(), range(2, 7))).add(five.call(y.get(at(0), range(5, 10))));
  }

  public static Object run() {
    return new Indexed().call(Tensor.zeros(3, 4));
  }
}
