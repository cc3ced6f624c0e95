package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.Linear;

/** The last state of an LSTM to classes. */
public class LstmLast extends LstmLastModule {
  final LSTM lstm = new LSTM(4, 6, batchFirst(true));
  final Linear head = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    LSTM.Result result = lstm.call(x, null);
    return head.call(result.output().select(1, -1));
  }

  public static Object run() {
    return new LstmLast().call(Tensor.zeros(2, 5, 4));
  }
}
