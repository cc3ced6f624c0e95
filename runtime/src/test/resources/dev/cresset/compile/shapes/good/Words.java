package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.Linear;

/** Words to vectors, their mean to classes. */
public class Words extends WordsModule {
  final Embedding words = new Embedding(100, 16);
  final Linear head = new Linear(16, 3);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(words.call(x).mean(1));
  }

  public static Object run() {
    return new Words().call(Tensor.zeros(DType.I64, 2, 7));
  }
}
