package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.Linear;

/** Batch norm of rows and of sequences. */
public class BatchNormOfRows extends BatchNormOfRowsModule {
  final Linear a = new Linear(4, 6);
  final BatchNorm1d norm = new BatchNorm1d(6);
  final Linear b = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    return b.call(norm.call(a.call(x)));
  }

  public static Object run() {
    return new BatchNormOfRows().call(Tensor.randn(3, 4));
  }
}
