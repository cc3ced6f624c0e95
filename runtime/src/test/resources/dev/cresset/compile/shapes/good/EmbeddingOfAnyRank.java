package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.Linear;

/** Indices of any number of dimensions. */
public class EmbeddingOfAnyRank extends EmbeddingOfAnyRankModule {
  final Embedding words = new Embedding(10, 4);
  final Linear head = new Linear(4, 2);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(words.call(x));
  }

  public static Object run() {
    return new EmbeddingOfAnyRank().call(Tensor.zeros(DType.I64, 2, 3, 5));
  }
}
