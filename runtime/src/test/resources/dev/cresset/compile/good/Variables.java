package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Local variables: declared, inferred, assigned, counted. */
public class Variables extends VariablesModule {
  @Script
  public Tensor forward(Tensor x) {
    Tensor y = x.mul(2);
    var z = y.add(x);
    int n = 3;
    n += 2;
    n *= n;
    n -= 1;
    n /= 5;
    n %= 3;
    n++;
    --n;
    long wide = n;
    float narrow = 0.5f;
    narrow *= 3;
    double real = narrow;
    final boolean big = wide > 0 && real >= 1.5 || n == 7;
    Tensor later;
    if (big) {
      later = z;
    } else {
      later = y;
    }
    {
      var inner = later.relu();
      later = inner;
    }
    {
      var inner = 2;
      later = later.sub(inner);
    }
    x = later.add(n).mul(real);
    return x;
  }
}
