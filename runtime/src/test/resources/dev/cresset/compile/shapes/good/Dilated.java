package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;

/** A dilation whose padding keeps the size. */
public class Dilated extends DilatedModule {
  final Conv2d a = new Conv2d(4, 4, 3, dilation(2), padding(2));
  final Conv2d b = new Conv2d(4, 4, 3, dilation(4), padding(4));

  @Script
  public Tensor forward(Tensor x) {
    return a.call(x).add(b.call(x)).add(x);
  }

  public static Object run() {
    return new Dilated().call(Tensor.zeros(1, 4, 9, 9));
  }
}
