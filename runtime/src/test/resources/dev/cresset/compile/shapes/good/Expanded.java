package t;

import static dev.cresset.Functional.cat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** One row for all, expanded and repeated. */
public class Expanded extends ExpandedModule {
  @Param final Tensor token = param(Tensor.zeros(1, 1, 6));
  final Linear embed = new Linear(4, 6);
  final Linear head = new Linear(6, 2);

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = embed.call(x);
    Tensor tokens = token.expand(x.size(0), -1, -1);
    return head.call(cat(1, tokens, y, token.repeat(x.size(0), 2, 1)).select(1, 0));
  }

  public static Object run() {
    return new Expanded().call(Tensor.zeros(3, 5, 4));
  }
}
