package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A formula that is called by itself. */
class FloatFunctionOnNumber extends FloatFunctionOnNumberModule {
  @Script
  Tensor forward(Tensor x) {
    return x.mul(twice(2f)); // error: script/float-function
      }

      @Script
      static float twice(float v) {
        return v * 2f;
  }
}
