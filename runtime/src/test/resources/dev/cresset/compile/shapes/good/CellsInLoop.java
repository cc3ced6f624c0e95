package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.GRUCell;
import dev.cresset.nn.Linear;

/** A cell in a loop over a sequence. */
public class CellsInLoop extends CellsInLoopModule {
  final GRUCell cell = new GRUCell(4, 6);
  final Linear head = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor h = Tensor.zeros(x.size(1), 6);
    for (int i = 0; i < x.size(0); i++) {
      h = cell.call(x.select(0, i), h);
    }
    return head.call(h);
  }

  public static Object run() {
    return new CellsInLoop().call(Tensor.zeros(5, 2, 4));
  }
}
