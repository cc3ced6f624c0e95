package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import java.util.List;

/** Three chunks of seven: the last is smaller. */
public class ChunkUneven extends ChunkUnevenModule {
  final Linear wide = new Linear(4, 7);
  final Linear three = new Linear(3, 2);
  final Linear one = new Linear(1, 2);

  @Script
  public Tensor forward(Tensor x) {
    List<Tensor> parts = wide.call(x).chunk(3, 1);
    return three.call(parts.get(0)).add(three.call(parts.get(1))).add(one.call(parts.get(2)));
  }

  public static Object run() {
    return new ChunkUneven().call(Tensor.zeros(3, 4));
  }
}
