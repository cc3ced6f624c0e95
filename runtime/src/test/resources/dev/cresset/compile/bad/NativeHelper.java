package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A helper whose code is not Java. */
class NativeHelper extends NativeHelperModule {
  @Script
  Tensor forward(Tensor x) {
    return help(x); // error: script/no-body
  }

  private native Tensor help(Tensor x);
}
