package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;

/** Strides that do not divide the sizes. */
public class StridesThatRound extends StridesThatRoundModule {
  final Conv2d a = new Conv2d(1, 4, 3, stride(2));
  final Conv2d b = new Conv2d(4, 4, 3, stride(3), padding(2));
  final Linear head = new Linear(4 * 3 * 3, 2);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(b.call(a.call(x)).flatten(1));
  }

  public static Object run() {
    return new StridesThatRound().call(Tensor.zeros(1, 1, 14, 15));
  }
}
