package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A number that a scripted method counts up. */
class CountedField extends CountedFieldModule {
  int calls;

  @Script
  Tensor forward(Tensor x) {
    calls++; // error: script/field-assignment
    return x;
  }
}
