package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.GRU;
import dev.cresset.nn.Linear;

/** A GRU of both directions: its outputs are twice as wide. */
public class GruBoth extends GruBothModule {
  final GRU gru = new GRU(4, 6, bidirectional(true));
  final Linear head = new Linear(12, 2);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(gru.call(x, null).output());
  }

  public static Object run() {
    return new GruBoth().call(Tensor.zeros(5, 2, 4));
  }
}
