package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A helper that is wrong as Java, called by a method that is right. */
class HelperOfWrongTypes extends HelperOfWrongTypesModule {
  @Script
  public Tensor forward(Tensor x) {
    return chosen(x, 2);
  }

  private Tensor chosen(Tensor x, int n) {
    if (n / 2) { // error: javac
      x = x.tanh();
    }
    return x;
  }
}
