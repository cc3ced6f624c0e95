package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;

/** A buffer that a scripted method replaces, by its full name. */
class FieldOfThis extends FieldOfThisModule {
  @Buffer Tensor mean = Tensor.of(0f);

  @Script
  Tensor forward(Tensor x) {
    this.mean = x.mean(); // error: script/field-assignment
    return x;
  }
}
