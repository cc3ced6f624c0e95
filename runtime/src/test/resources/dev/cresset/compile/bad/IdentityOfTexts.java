package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Texts that are compared as objects. */
class IdentityOfTexts extends IdentityOfTextsModule {
  final String mode = String.valueOf("relu");

  @Script
  Tensor forward(Tensor x) {
    return mode == "relu" ? x.relu() : x; // error: script/identity
  }
}
