package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.GroupNorm;
import dev.cresset.nn.InstanceNorm2d;

/** Batch norm, group norm and instance norm of a conv. */
public class Norms extends NormsModule {
  final Conv2d conv = new Conv2d(3, 8, 3, bias(false));
  final BatchNorm2d batch = new BatchNorm2d(8);
  final GroupNorm group = new GroupNorm(4, 8);
  final InstanceNorm2d instance = new InstanceNorm2d(8);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = conv.call(x);
    return batch.call(y).add(group.call(y)).add(instance.call(y));
  }

  public static Object run() {
    return new Norms().call(Tensor.randn(2, 3, 6, 6));
  }
}
