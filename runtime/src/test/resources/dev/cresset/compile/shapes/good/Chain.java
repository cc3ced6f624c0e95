package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A chain of sizes that the constructor is given. */
public class Chain extends ChainModule {
  final Linear hidden;
  final Linear output;

  public Chain(int in, int width, int out) {
    hidden = new Linear(in, width);
    output = new Linear(width, out);
  }

  @Script
  public Tensor forward(Tensor x) {
    return output.call(relu(hidden.call(x)));
  }

  public static Object run() {
    return new Chain(4, 3, 2).call(Tensor.zeros(1, 4));
  }
}
