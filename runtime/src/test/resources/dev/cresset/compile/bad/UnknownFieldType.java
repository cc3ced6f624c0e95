package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A field of a class that is not there. */
class UnknownFieldType extends UnknownFieldTypeModule {
  final Missing inner = null; // error: javac

  @Script
  Tensor forward(Tensor x) {
    return inner.call(x);
  }
}
