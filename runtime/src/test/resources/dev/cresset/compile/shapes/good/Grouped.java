package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;

/** Groups: each takes a part of the channels. */
public class Grouped extends GroupedModule {
  final Conv2d groups = new Conv2d(8, 16, 3, groups(4), padding(1));
  final Conv2d depthwise = new Conv2d(16, 16, 3, groups(16), padding(1));
  final Conv2d pointwise = new Conv2d(16, 8, 1);

  @Script
  public Tensor forward(Tensor x) {
    return pointwise.call(depthwise.call(groups.call(x))).add(x);
  }

  public static Object run() {
    return new Grouped().call(Tensor.zeros(1, 8, 5, 5));
  }
}
