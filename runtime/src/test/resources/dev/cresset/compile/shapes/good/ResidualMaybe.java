package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import org.jspecify.annotations.Nullable;

/** A shortcut that is there only where it is needed. */
public class ResidualMaybe extends ResidualMaybeModule {
  final Conv2d a;
  final @Nullable Conv2d shortcut;

  public ResidualMaybe(int in, int out) {
    a = new Conv2d(in, out, 3, padding(1));
    shortcut = in == out ? null : new Conv2d(in, out, 1);
  }

  @Script
  public Tensor forward(Tensor x) {
    Tensor way = x;
    if (shortcut != null) {
      way = shortcut.call(x);
    }
    return a.call(x).add(way);
  }

  public static Object run() {
    return new ResidualMaybe(4, 4)
        .call(Tensor.zeros(1, 4, 7, 7))
        .add(new ResidualMaybe(3, 4).call(Tensor.zeros(1, 3, 7, 7)));
  }
}
