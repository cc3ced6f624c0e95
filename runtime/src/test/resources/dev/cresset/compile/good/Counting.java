package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Loops that count, up and down, with steps, inside of each other. */
public class Counting extends CountingModule {
  @Script
  public Tensor forward(Tensor x) {
    Tensor sum = x.mul(0);
    for (int i = 0; i < 3; i++) {
      sum = sum.add(x, i);
    }
    for (int i = 5; i >= 1; i -= 2) {
      sum = sum.mul(i * 0.1);
    }
    int done = 0;
    for (; done < 4; done += 3) {
      sum = sum.add(done);
    }
    for (int i = 0; i < 2; i++) {
      for (int j = i; j < 2; ++j) {
        sum = sum.add(x.mul(i + j));
      }
    }
    for (long i = 0; i < x.size(0); i++) {
      sum = sum.add(x.select(0, (int) i));
    }
    for (int i = 0, j = 3; i < j; i++, j--) {
      sum = sum.mul(1 + 0.1 * (i + j));
    }
    return sum;
  }
}
