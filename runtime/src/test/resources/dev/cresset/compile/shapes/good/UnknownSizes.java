package t;

import static dev.cresset.Functional.keepDims;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Nothing is known of what is given. */
public class UnknownSizes extends UnknownSizesModule {
  @Script
  public Tensor forward(Tensor x, Tensor y) {
    Tensor z = x.matmul(y).add(x.sum(keepDims(1))).reshape(-1);
    return z.view(2, -1).t();
  }

  public static Object run() {
    return new UnknownSizes().call(Tensor.zeros(4, 3), Tensor.zeros(3, 5));
  }
}
