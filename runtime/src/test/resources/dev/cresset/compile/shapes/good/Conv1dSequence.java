package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv1d;
import dev.cresset.nn.Linear;

/** A sequence through convs of one dimension, and its pool. */
public class Conv1dSequence extends Conv1dSequenceModule {
  final Conv1d a = new Conv1d(4, 8, 3, padding(1));
  final Conv1d b = new Conv1d(8, 8, 3, dilation(2), padding(2));
  final Linear head = new Linear(8, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = a.call(x.transpose(1, 2));
    y = b.call(y).add(y);
    return head.call(y.amax(2));
  }

  public static Object run() {
    return new Conv1dSequence().call(Tensor.zeros(2, 7, 4));
  }
}
