package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.LayerNorm;

/** Channels last, normalised, and back. */
public class Permuted extends PermutedModule {
  final Conv2d conv = new Conv2d(3, 8, 1);
  final LayerNorm norm = new LayerNorm(8);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = conv.call(x);
    return norm.call(y.permute(0, 2, 3, 1)).permute(0, 3, 1, 2).add(y);
  }

  public static Object run() {
    return new Permuted().call(Tensor.zeros(2, 3, 4, 5));
  }
}
