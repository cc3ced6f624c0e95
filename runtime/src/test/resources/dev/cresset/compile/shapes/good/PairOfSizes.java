package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A record of two tensors of different sizes. */
public class PairOfSizes extends PairOfSizesModule {
  public record Pair(Tensor wide, Tensor narrow) {}

  final Linear wide = new Linear(4, 16);
  final Linear narrow = new Linear(4, 2);
  final Linear back = new Linear(16, 2);

  private Pair both(Tensor x) {
    return new Pair(wide.call(x), narrow.call(x));
  }

  @Script
  public Tensor forward(Tensor x) {
    Pair pair = both(x);
    return back.call(pair.wide()).add(pair.narrow());
  }

  public static Object run() {
    return new PairOfSizes().call(Tensor.zeros(3, 4));
  }
}
