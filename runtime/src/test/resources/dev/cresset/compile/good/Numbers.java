package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Java's numbers: promoted, cast, divided, as Java does it. */
public class Numbers extends NumbersModule {
  @Script
  public Tensor forward(Tensor x) {
    int a = -7;
    long b = 3;
    int quotient = a / 2;
    long rest = a % b;
    int cut = (int) 2.9;
    int cutBelow = (int) -2.9;
    float narrow = (float) 0.1;
    double wide = narrow;
    double whole = 7 / 2 + 7 / 2.0;
    long size = x.size(0) * x.size(-1);
    double root = Math.sqrt(size) + Math.exp(0.5) + Math.max(1.5, wide) + Math.abs(-2.5);
    boolean less = a < b && !(wide == 0.1) || narrow != 0.1f;
    double sum = quotient + rest + cut + cutBelow + wide + whole + root + -a + +b;
    return x.mul(sum).add(less ? 1 : 0);
  }
}
