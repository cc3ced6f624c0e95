package t;

import static dev.cresset.Functional.cat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;

/** Two branches of different widths, joined in their channels. */
public class CatChannels extends CatChannelsModule {
  final Conv2d narrow = new Conv2d(3, 4, 1);
  final Conv2d wide = new Conv2d(3, 12, 3, padding(1));
  final Conv2d after = new Conv2d(16, 2, 1);

  @Script
  public Tensor forward(Tensor x) {
    return after.call(cat(1, narrow.call(x), wide.call(x)));
  }

  public static Object run() {
    return new CatChannels().call(Tensor.zeros(1, 3, 5, 5));
  }
}
