package bad;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

public class Chain extends ChainModule {
  final Linear hidden = new Linear(784, 256);
  final Linear output = new Linear(128, 10);

  @Script
  public Tensor forward(Tensor x) {
    return output.call(relu(hidden.call(x))); // error: script/shape
  }
}
