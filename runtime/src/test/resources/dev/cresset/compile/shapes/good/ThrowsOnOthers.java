package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** An exception for sizes that do not go. */
public class ThrowsOnOthers extends ThrowsOnOthersModule {
  final Linear body = new Linear(4, 6);
  final Linear other = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = body.call(x);
    if (y.size(-1) != 6) {
      throw new IllegalArgumentException("six are wanted");
    }
    return other.call(y);
  }

  public static Object run() {
    return new ThrowsOnOthers().call(Tensor.zeros(2, 4));
  }
}
