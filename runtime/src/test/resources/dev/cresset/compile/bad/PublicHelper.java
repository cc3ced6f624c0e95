package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A helper that a subclass could change. */
class PublicHelper extends PublicHelperModule {
  @Script
  Tensor forward(Tensor x) {
    return twice(x); // error: script/helper
      }

      Tensor twice(Tensor x) {
        return x.add(x);
  }
}
