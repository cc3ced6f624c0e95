package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ConvTranspose2d;

/** A transposed conv gives the size back that a stride took. */
public class Transposed extends TransposedModule {
  final Conv2d down = new Conv2d(3, 8, 2, stride(2));
  final ConvTranspose2d up = new ConvTranspose2d(8, 3, 2, stride(2));

  @Script
  public Tensor forward(Tensor x) {
    return up.call(down.call(x)).add(x);
  }

  public static Object run() {
    return new Transposed().call(Tensor.zeros(1, 3, 8, 8));
  }
}
