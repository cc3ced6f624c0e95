package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv1d;
import dev.cresset.nn.Linear;

/** Dimensions of one put in and taken out. */
public class SqueezeUnsqueeze extends SqueezeUnsqueezeModule {
  final Conv1d conv = new Conv1d(1, 1, 3, padding(1));
  final Linear head = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(conv.call(x.unsqueeze(1)).squeeze(1));
  }

  public static Object run() {
    return new SqueezeUnsqueeze().call(Tensor.zeros(3, 6));
  }
}
