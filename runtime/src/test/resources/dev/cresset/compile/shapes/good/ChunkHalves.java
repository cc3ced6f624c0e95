package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import java.util.List;

/** Two halves of a layer, one of which gates the other. */
public class ChunkHalves extends ChunkHalvesModule {
  final Linear both = new Linear(4, 12);
  final Linear out = new Linear(6, 4);

  @Script
  public Tensor forward(Tensor x) {
    List<Tensor> halves = both.call(x).chunk(2, -1);
    return out.call(halves.get(0).mul(halves.get(1).tanh()));
  }

  public static Object run() {
    return new ChunkHalves().call(Tensor.zeros(3, 4));
  }
}
