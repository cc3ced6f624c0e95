package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A private scripted method that is wrong as Java. */
class PrivateOfWrongTypes extends PrivateOfWrongTypesModule {
  @Script
  private Tensor chosen(Tensor x) {
    return missing.add(x); // error: javac
  }
}
