package t;

import static dev.cresset.Functional.stack;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Tensors of one size, stacked and summed. */
public class StackRows extends StackRowsModule {
  final Linear a = new Linear(4, 6);
  final Linear b = new Linear(5, 6);

  @Script
  public Tensor forward(Tensor x, Tensor y) {
    return stack(0, a.call(x), b.call(y)).sum(0).add(a.call(x));
  }

  public static Object run() {
    return new StackRows().call(Tensor.zeros(3, 4), Tensor.zeros(3, 5));
  }
}
