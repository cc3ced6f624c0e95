package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A record whose component is not what it was made of. */
class AccessorWithCode extends AccessorWithCodeModule {
  record Both(Tensor a, Tensor b) {
    @Override
    public Tensor a() {
      return a.neg();
    }
  }

  @Script
  Tensor forward(Both x) {
    return x.a(); // error: script/record-with-code
  }
}
