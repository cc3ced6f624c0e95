package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;

public class LinearChain extends LinearChainModule {
  final Linear hidden = new Linear(784, 256);
  final Linear output;
  final Sequential body;

  public LinearChain(int classes) {
    output = new Linear(128, classes);
    body = new Sequential(new Linear(784, 256), new ReLU(), new Linear(128, 10));
  }

  @Script
  public Tensor forward(Tensor x) {
    Tensor h = relu(hidden.call(x));
    return output.call(h); // error: Linear(128, classes) expects a last size of 128, but h is [..., 256]; write 'new Linear(256, classes)', or give it a last size of 128
  }

  @Script
  public Tensor inSequential(Tensor x) {
    return body.call(x); // error: Linear(128, 10) expects a last size of 128, but what ReLU() gives it is [..., 256]; write 'new Linear(256, 10)'
  }
}
