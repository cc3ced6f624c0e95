package bad;

import static dev.cresset.Functional.keepDims;

import dev.cresset.KeepDims;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Dimensions that are kept, named before the call and declared. */
class KeepDimsDeclared extends KeepDimsDeclaredModule {
  @Script
  Tensor forward(Tensor x) {
    KeepDims kept = keepDims(1); // error: script/type
    return x;
  }
}
