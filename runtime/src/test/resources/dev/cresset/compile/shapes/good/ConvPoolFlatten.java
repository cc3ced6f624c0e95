package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MaxPool2d;

/** A conv, a pool and a flatten before the head, counted by hand. */
public class ConvPoolFlatten extends ConvPoolFlattenModule {
  final Conv2d conv = new Conv2d(3, 8, 3, padding(1));
  final MaxPool2d pool = new MaxPool2d(2);
  final Linear head = new Linear(8 * 16 * 16, 10);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(pool.call(relu(conv.call(x))).flatten(1));
  }

  public static Object run() {
    return new ConvPoolFlatten().call(Tensor.zeros(2, 3, 32, 32));
  }
}
