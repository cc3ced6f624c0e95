package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;

/** A batch that is put in where there is none. */
public class GuardedRank extends GuardedRankModule {
  final Conv2d conv = new Conv2d(3, 4, 3);

  @Script
  public Tensor forward(Tensor x) {
    boolean single = x.dim() == 3;
    if (single) {
      x = x.unsqueeze(0);
    }
    Tensor y = conv.call(x);
    if (single) {
      y = y.squeeze(0);
    }
    return y;
  }

  public static Object run() {
    return new GuardedRank().call(Tensor.zeros(3, 5, 5));
  }
}
