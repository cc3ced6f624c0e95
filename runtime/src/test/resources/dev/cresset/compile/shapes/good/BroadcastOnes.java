package t;

import static dev.cresset.Functional.sigmoid;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.Conv2d;

/** A gate for each channel, which is broadcast over the images. */
public class BroadcastOnes extends BroadcastOnesModule {
  final Conv2d conv = new Conv2d(3, 8, 3);
  final AdaptiveAvgPool2d pool = new AdaptiveAvgPool2d(1);
  final Conv2d gate = new Conv2d(8, 8, 1);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = conv.call(x);
    return y.mul(sigmoid(gate.call(pool.call(y))));
  }

  public static Object run() {
    return new BroadcastOnes().call(Tensor.zeros(2, 3, 9, 9));
  }
}
