package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.LayerNorm;
import dev.cresset.nn.Linear;

/** A layer norm over one dimension and over two. */
public class Normalised extends NormalisedModule {
  final LayerNorm one = new LayerNorm(6);
  final LayerNorm two = new LayerNorm(new long[] {4, 6});
  final Linear head = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    return head.call(two.call(one.call(x)));
  }

  public static Object run() {
    return new Normalised().call(Tensor.zeros(3, 4, 6));
  }
}
