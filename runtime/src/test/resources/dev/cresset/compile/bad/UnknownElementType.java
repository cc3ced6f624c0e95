package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.List;

/** A list of a class that is not there. */
class UnknownElementType extends UnknownElementTypeModule {
  @Script
  Tensor forward(List<Missing> x) { // error: javac
    return x.get(0);
  }
}
