package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A function that is not scripted. */
class StaticHelper extends StaticHelperModule {
  @Script
  Tensor forward(Tensor x) {
    return twice(x); // error: script/helper
      }

      static Tensor twice(Tensor x) {
        return x.add(x);
  }
}
