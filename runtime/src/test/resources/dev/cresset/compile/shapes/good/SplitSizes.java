package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import java.util.List;

/** A layer split into parts of different sizes. */
public class SplitSizes extends SplitSizesModule {
  final Linear all = new Linear(4, 12);
  final Linear small = new Linear(2, 3);
  final Linear large = new Linear(10, 3);

  @Script
  public Tensor forward(Tensor x) {
    List<Tensor> parts = all.call(x).split(new long[] {2, 10}, 1);
    return small.call(parts.get(0)).add(large.call(parts.get(1)));
  }

  public static Object run() {
    return new SplitSizes().call(Tensor.zeros(3, 4));
  }
}
