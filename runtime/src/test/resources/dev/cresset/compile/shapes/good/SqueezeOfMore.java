package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** squeeze leaves a dimension that is not one. */
public class SqueezeOfMore extends SqueezeOfMoreModule {
  final Linear a = new Linear(4, 6);
  final Linear b = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    return b.call(a.call(x).squeeze(-1).squeeze(0));
  }

  public static Object run() {
    return new SqueezeOfMore().call(Tensor.zeros(3, 4));
  }
}
