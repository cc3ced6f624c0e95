package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A field of a plain object. */
class FieldOfNoModule extends FieldOfNoModuleModule {
  record Pair(Tensor a, Tensor b) {}

  @Script
  Tensor forward(Pair x) {
    return x.a; // error: script/field
  }
}
