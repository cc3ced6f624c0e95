package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;

/** A residual block with a stride, and a shortcut that has it too. */
public class ResidualStride extends ResidualStrideModule {
  final Conv2d a;
  final Conv2d b;
  final Conv2d shortcut;

  public ResidualStride(int in, int out, int stride) {
    a = new Conv2d(in, out, 3, stride(stride), padding(1));
    b = new Conv2d(out, out, 3, padding(1));
    shortcut = new Conv2d(in, out, 1, stride(stride));
  }

  @Script
  public Tensor forward(Tensor x) {
    return b.call(relu(a.call(x))).add(shortcut.call(x));
  }

  public static Object run() {
    return new ResidualStride(4, 8, 2).call(Tensor.zeros(1, 4, 7, 7));
  }
}
