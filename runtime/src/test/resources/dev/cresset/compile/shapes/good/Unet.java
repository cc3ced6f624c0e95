package t;

import static dev.cresset.Functional.cat;
import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.MaxPool2d;

/** A small U-net: what is upsampled is joined with what was before. */
public class Unet extends UnetModule {
  final Conv2d first = new Conv2d(1, 4, 3, padding(1));
  final MaxPool2d pool = new MaxPool2d(2);
  final Conv2d deep = new Conv2d(4, 8, 3, padding(1));
  final ConvTranspose2d up = new ConvTranspose2d(8, 4, 2, stride(2));
  final Conv2d last = new Conv2d(8, 1, 1);

  @Script
  public Tensor forward(Tensor x) {
    Tensor a = relu(first.call(x));
    Tensor b = relu(deep.call(pool.call(a)));
    return last.call(cat(1, up.call(b), a));
  }

  public static Object run() {
    return new Unet().call(Tensor.zeros(1, 1, 8, 8));
  }
}
