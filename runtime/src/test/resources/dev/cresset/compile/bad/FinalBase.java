package bad;

import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A module on top of one that ends its line. */
@Script(base = Linear.class)
class FinalBase extends FinalBaseModule { // error: script/base
  FinalBase() {
    super(2, 2);
  }
}
