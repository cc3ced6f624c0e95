package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Flatten;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;

/** Sequentials in a sequential, a flatten among them. */
public class NestedSequential extends NestedSequentialModule {
  final Sequential body =
      new Sequential(
          new Sequential(new Conv2d(1, 4, 3), new ReLU(), new AdaptiveAvgPool2d(4)),
          new Flatten(),
          new Sequential(new Linear(64, 8), new BatchNorm1d(8), new ReLU()),
          new Dropout(0.5),
          new Linear(8, 2));

  @Script
  public Tensor forward(Tensor x) {
    return body.call(x);
  }

  public static Object run() {
    return new NestedSequential().call(Tensor.randn(2, 1, 9, 9));
  }
}
