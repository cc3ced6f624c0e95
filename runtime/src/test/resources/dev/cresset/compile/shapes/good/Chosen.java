package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A layer chosen by a flag of the constructor. */
public class Chosen extends ChosenModule {
  final Linear body;
  final Linear head;

  public Chosen(boolean wide) {
    body = wide ? new Linear(4, 32) : new Linear(4, 8);
    head = new Linear(wide ? 32 : 8, 2);
  }

  @Script
  public Tensor forward(Tensor x) {
    return head.call(body.call(x));
  }

  public static Object run() {
    return new Chosen(true)
        .call(Tensor.zeros(1, 4))
        .add(new Chosen(false).call(Tensor.zeros(1, 4)));
  }
}
