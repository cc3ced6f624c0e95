package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MultiheadAttention;

/** The attention of the library. */
public class LibraryAttention extends LibraryAttentionModule {
  final MultiheadAttention attention = new MultiheadAttention(8, 2, batchFirst(true));
  final Linear out = new Linear(8, 3);

  @Script
  public Tensor forward(Tensor x) {
    return out.call(attention.call(x, x, x, null, true, null, true).output());
  }

  public static Object run() {
    return new LibraryAttention().call(Tensor.zeros(2, 5, 8));
  }
}
