package t;

import static dev.cresset.Functional.linear;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.Linear;

/** The weights of an embedding as those of the head. */
public class TiedWeights extends TiedWeightsModule {
  final Embedding words = new Embedding(20, 6);
  final Linear body = new Linear(6, 6);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = body.call(words.call(x));
    return linear(y, words.weight).add(y.matmul(words.weight.t()));
  }

  public static Object run() {
    return new TiedWeights().call(Tensor.zeros(DType.I64, 2, 3));
  }
}
