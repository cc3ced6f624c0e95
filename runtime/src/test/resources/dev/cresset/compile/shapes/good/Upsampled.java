package t;

import static dev.cresset.Functional.cat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Upsample;

/** Upsampled by a factor, and to the size of another. */
public class Upsampled extends UpsampledModule {
  final Conv2d down = new Conv2d(3, 4, 3, stride(2), padding(1));
  final Upsample up = new Upsample(scaleFactor(2));
  final Conv2d after = new Conv2d(7, 3, 1);

  @Script
  public Tensor forward(Tensor x) {
    return after.call(cat(1, up.call(down.call(x)), x));
  }

  public static Object run() {
    return new Upsampled().call(Tensor.zeros(1, 3, 8, 8));
  }
}
