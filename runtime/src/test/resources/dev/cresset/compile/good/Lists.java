package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import java.util.List;

/** Lists of modules, of tensors, of numbers; arrays. */
public class Lists extends ListsModule {
  final ModuleList<Linear> parts =
      new ModuleList<>(List.of(new Linear(2, 2), new Linear(2, 2)));
  final ModuleList<ModuleList<Linear>> nested = new ModuleList<>(List.of(parts()));
  final Sequential chain = new Sequential(new Linear(2, 2), new ReLU());

  @Script
  public Tensor forward(Tensor x) {
    for (var part : parts) {
      x = part.call(x);
    }
    for (Linear part : parts) x = x.add(part.call(x));
    for (var list : nested) {
      for (var part : list) {
        x = part.call(x);
      }
    }
    for (var layer : chain) {
      x = layer.call(x);
    }
    x = chain.call(x).add(parts.get(0).call(x)).mul(parts.size());
    List<Tensor> both = List.of(x, x.neg().exp());
    Tensor sum = both.get(0);
    for (var each : both) {
      sum = sum.add(each.mul(both.size()));
    }
    for (int each : new int[] {1, 2, 3}) {
      sum = sum.add(each);
    }
    double[] scales = {0.5, 2.0};
    long[] sizes = {1, -1};
    return sum.mul(scales[1]).add(scales.length).reshape(sizes);
  }

  private static ModuleList<Linear> parts() {
    return new ModuleList<>(List.of(new Linear(2, 2)));
  }
}
