package bad;

import dev.cresset.KeepDims;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Dimensions that are kept, made by the constructor. */
class KeepDimsElsewhere extends KeepDimsElsewhereModule {
  @Script
  Tensor forward(Tensor x) {
    return x.sum(new KeepDims(1)); // error: script/new
  }
}
