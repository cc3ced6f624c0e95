package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;

/** A module that extends nothing. */
class NoSuperclass { // error: script/superclass
  @Param Tensor weight;
  private int used;
}
