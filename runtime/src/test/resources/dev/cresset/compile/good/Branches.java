package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Conditions, chains of them, and methods that are left early. */
public class Branches extends BranchesModule {
  @Script
  public Tensor forward(Tensor x) {
    return sign(step(x, 0)).add(step(x, 1)).add(step(x, 2)).add(first(x, 3)).add(nested(x, 2));
  }

  private Tensor step(Tensor x, int n) {
    if (n == 0) {
      return x.neg();
    } else if (n == 1) {
      return x.mul(x);
    } else {
      x = x.add(1);
    }
    return x.exp();
  }

  private Tensor sign(Tensor x) {
    Tensor y = x;
    if (x.dim() != 2) y = y.neg();
    else if (!training) y = y.mul(3);
    return y;
  }

  private Tensor first(Tensor x, int most) {
    for (int i = 0; i < 10; i++) {
      x = x.mul(0.5);
      if (i >= most) {
        return x;
      }
    }
    return x.neg();
  }

  private Tensor nested(Tensor x, int n) {
    if (n > 0) {
      if (n > 5) {
        return x;
      }
      x = x.tanh();
      if (training) {
        return x.mul(n);
      }
    }
    return x.sigmoid();
  }
}
