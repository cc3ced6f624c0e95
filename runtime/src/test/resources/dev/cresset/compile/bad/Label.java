package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A label. */
class Label extends LabelModule {
  @Script
  Tensor forward(Tensor x) {
    outer:  // error: script/label
    for (int i = 0; i < 3; i++) {
      x = x.add(i);
    }
    return x;
  }
}
