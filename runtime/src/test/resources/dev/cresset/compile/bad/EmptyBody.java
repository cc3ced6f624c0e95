package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Nothing is returned. */
class EmptyBody extends EmptyBodyModule {
  @Script
  Tensor forward(Tensor x) {} // error: javac
}
