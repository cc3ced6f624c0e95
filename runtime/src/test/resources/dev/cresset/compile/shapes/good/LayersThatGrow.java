package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;

/** Layers made in a loop of the constructor, each twice as wide. */
public class LayersThatGrow extends LayersThatGrowModule {
  final ModuleList<Conv2d> layers = new ModuleList<>();
  final Linear head;

  public LayersThatGrow() {
    int width = 4;
    for (int i = 0; i < 3; i++) {
      layers.add(new Conv2d(width, 2 * width, 3, stride(2), padding(1)));
      width = 2 * width;
    }
    head = new Linear(width, 10);
  }

  @Script
  public Tensor forward(Tensor x) {
    for (Conv2d each : layers) {
      x = relu(each.call(x));
    }
    return head.call(x.mean(2, 3));
  }

  public static Object run() {
    return new LayersThatGrow().call(Tensor.zeros(2, 4, 16, 16));
  }
}
