package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.PixelShuffle;

/** Channels that become pixels. */
public class Shuffled extends ShuffledModule {
  final Conv2d conv = new Conv2d(3, 12, 3, padding(1));
  final PixelShuffle shuffle = new PixelShuffle(2);
  final Conv2d after = new Conv2d(3, 3, 2, stride(2));

  @Script
  public Tensor forward(Tensor x) {
    return after.call(shuffle.call(conv.call(x))).add(x);
  }

  public static Object run() {
    return new Shuffled().call(Tensor.zeros(1, 3, 4, 4));
  }
}
