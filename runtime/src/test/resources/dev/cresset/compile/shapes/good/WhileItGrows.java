package t;

import static dev.cresset.Functional.cat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A while loop that joins what it has to itself. */
public class WhileItGrows extends WhileItGrowsModule {
  final Linear first = new Linear(4, 3);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = first.call(x);
    while (y.size(1) < 20) {
      y = cat(1, y, y);
    }
    return y.sum(1);
  }

  public static Object run() {
    return new WhileItGrows().call(Tensor.zeros(3, 4));
  }
}
