package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A helper with type parameters. */
class GenericHelper extends GenericHelperModule {
  @Script
  Tensor forward(Tensor x) {
    return same(x); // error: script/generic-call
      }

      private <T> T same(T x) {
        return x;
  }
}
