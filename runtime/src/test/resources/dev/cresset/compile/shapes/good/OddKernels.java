package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.MaxPool2d;

/** Kernels, strides and paddings of two sizes. */
public class OddKernels extends OddKernelsModule {
  final Conv2d a = new Conv2d(1, 2, kernel(3, 5), padding(1, 2));
  final MaxPool2d pool = new MaxPool2d(kernel(2, 3), stride(2, 1));
  final Conv2d b = new Conv2d(2, 2, kernel(1, 2));

  @Script
  public Tensor forward(Tensor x) {
    return b.call(pool.call(a.call(x))).add(1);
  }

  public static Object run() {
    return new OddKernels().call(Tensor.zeros(1, 1, 6, 7));
  }
}
