package bad;

import dev.cresset.KeepDims;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Dimensions that are kept, but none. */
class KeepDimsNull extends KeepDimsNullModule {
  @Script
  Tensor forward(Tensor x) {
    return x.sum((KeepDims) null); // error: script/keep-dims
  }
}
