package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A constructor with a type that nobody wrote, of a module that another one extends. */
class UnknownInConstructorBelow extends UnknownInConstructorBelowModule {
  UnknownInConstructorBelow(doubl factor) {} // error: javac

  @Script
  public Tensor forward(Tensor x) {
    return x.neg();
  }

  @Script(base = UnknownInConstructorBelow.class)
  static class Above extends UnknownInConstructorBelow_AboveModule {
    Above() {
      super(0.5);
    }
  }
}
