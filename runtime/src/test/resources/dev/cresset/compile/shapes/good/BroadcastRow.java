package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** A row that is added to each row, and a column to each column. */
public class BroadcastRow extends BroadcastRowModule {
  @Param final Tensor row = param(Tensor.ones(4));
  @Param final Tensor column = param(Tensor.ones(3, 1));

  @Script
  public Tensor forward(Tensor x) {
    return x.add(row).mul(column).add(row.mul(column));
  }

  public static Object run() {
    return new BroadcastRow().call(Tensor.zeros(2, 3, 4));
  }
}
