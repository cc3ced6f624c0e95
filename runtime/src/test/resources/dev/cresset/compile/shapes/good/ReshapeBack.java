package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** Heads taken apart and put together again. */
public class ReshapeBack extends ReshapeBackModule {
  final Linear in = new Linear(12, 12);
  final Linear out = new Linear(12, 12);

  @Script
  public Tensor forward(Tensor x) {
    long n = x.size(0);
    Tensor heads = in.call(x).reshape(n, -1, 3, 4).transpose(1, 2);
    return out.call(heads.transpose(1, 2).reshape(n, -1, 12));
  }

  public static Object run() {
    return new ReshapeBack().call(Tensor.zeros(2, 5, 12));
  }
}
