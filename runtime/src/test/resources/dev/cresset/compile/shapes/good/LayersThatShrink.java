package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import java.util.List;

/** A loop over layers of which each halves the width. */
public class LayersThatShrink extends LayersThatShrinkModule {
  final ModuleList<Linear> layers =
      new ModuleList<>(List.of(new Linear(32, 16), new Linear(16, 8), new Linear(8, 4)));
  final Linear head = new Linear(4, 2);

  @Script
  public Tensor forward(Tensor x) {
    for (Linear each : layers) {
      x = relu(each.call(x));
    }
    return head.call(x);
  }

  public static Object run() {
    return new LayersThatShrink().call(Tensor.zeros(2, 32));
  }
}
