package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import java.util.List;

/** A layer split into parts of three, the last of which is what is left. */
public class SplitEqual extends SplitEqualModule {
  final Linear all = new Linear(4, 8);
  final Linear three = new Linear(3, 5);
  final Linear two = new Linear(2, 5);

  @Script
  public Tensor forward(Tensor x) {
    List<Tensor> parts = all.call(x).split(3, -1);
    return three.call(parts.get(0)).add(three.call(parts.get(1))).add(two.call(parts.get(2)));
  }

  public static Object run() {
    return new SplitEqual().call(Tensor.zeros(3, 4));
  }
}
