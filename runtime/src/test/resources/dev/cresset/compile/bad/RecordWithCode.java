package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A record that computes. */
class RecordWithCode extends RecordWithCodeModule {
  record Both(Tensor a, Tensor b) {
    Both {
      a = a.neg();
    }
  }

  @Script
  Both forward(Tensor x) {
    return new Both(x, x); // error: script/record-with-code
  }
}
