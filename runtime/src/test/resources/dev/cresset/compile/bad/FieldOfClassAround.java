package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A field of the class around, of whose objects a nested module has none. */
class FieldOfClassAround extends FieldOfClassAroundModule {
  final Linear linear = new Linear(2, 2);

  @Script
  public Tensor forward(Tensor x) {
    return linear.call(x);
  }

  static class Nested extends FieldOfClassAround_NestedModule {
    @Script
    public Tensor forward(Tensor x) {
      return linear.call(x); // error: javac
    }
  }
}
