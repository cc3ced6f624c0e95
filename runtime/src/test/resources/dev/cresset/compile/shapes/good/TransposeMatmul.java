package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A product with the transposed of the same. */
public class TransposeMatmul extends TransposeMatmulModule {
  final Linear project = new Linear(6, 4);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = project.call(x);
    return y.matmul(y.transpose(-2, -1)).matmul(y);
  }

  public static Object run() {
    return new TransposeMatmul().call(Tensor.zeros(2, 5, 6));
  }
}
