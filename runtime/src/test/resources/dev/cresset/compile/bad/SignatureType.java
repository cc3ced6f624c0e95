package bad;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A parameter that hooks cannot hand over. */
class SignatureType extends SignatureTypeModule {
  @Script
  Tensor forward(
      Tensor x,
      Generator generator) { // error: script/signature
    return x;
  }
}
