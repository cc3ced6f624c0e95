package t;

import static dev.cresset.Functional.cat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** One layer used for two inputs. */
public class Siamese extends SiameseModule {
  final Linear shared = new Linear(4, 6);
  final Linear head = new Linear(12, 1);

  @Script
  public Tensor forward(Tensor x, Tensor y) {
    return head.call(cat(-1, shared.call(x), shared.call(y)))
        .add(shared.call(x).sub(shared.call(y)).sum());
  }

  public static Object run() {
    return new Siamese().call(Tensor.zeros(3, 4), Tensor.zeros(3, 4));
  }
}
