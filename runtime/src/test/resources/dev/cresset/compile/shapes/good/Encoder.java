package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.TransformerEncoderLayer;

/** A layer of a transformer, and a residual around it. */
public class Encoder extends EncoderModule {
  final TransformerEncoderLayer layer =
      new TransformerEncoderLayer(8, 2, dimFeedforward(16), batchFirst(true));
  final Linear head = new Linear(8, 3);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(layer.call(x, null, null).add(x));
  }

  public static Object run() {
    return new Encoder().call(Tensor.zeros(2, 5, 8));
  }
}
