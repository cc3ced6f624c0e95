package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A method without a body that is not abstract either. */
class NoBody extends NoBodyModule {
  @Script
  public Tensor forward(Tensor x); // error: javac
}
