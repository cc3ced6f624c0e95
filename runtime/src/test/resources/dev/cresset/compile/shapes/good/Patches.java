package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;

/** Images cut into patches by a conv, as vision transformers do. */
public class Patches extends PatchesModule {
  final Conv2d patches;
  @Param final Tensor place;
  final Linear head;

  public Patches(int size, int patch, int width) {
    patches = new Conv2d(3, width, patch, stride(patch));
    place = param(Tensor.zeros(1, (size / patch) * (size / patch), width));
    head = new Linear(width, 10);
  }

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = patches.call(x).flatten(2).transpose(1, 2);
    return head.call(y.add(place).mean(1));
  }

  public static Object run() {
    return new Patches(8, 4, 6).call(Tensor.zeros(2, 3, 8, 8));
  }
}
