package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;

/** A loop over layers of one size. */
public class LayersOfOneSize extends LayersOfOneSizeModule {
  final ModuleList<Linear> layers;
  final Linear head;

  public LayersOfOneSize(int width, int depth) {
    layers = new ModuleList<>();
    for (int i = 0; i < depth; i++) {
      layers.add(new Linear(width, width));
    }
    head = new Linear(width, 2);
  }

  @Script
  public Tensor forward(Tensor x) {
    for (Linear each : layers) {
      x = relu(each.call(x));
    }
    return head.call(x);
  }

  public static Object run() {
    return new LayersOfOneSize(5, 3).call(Tensor.zeros(2, 5));
  }
}
