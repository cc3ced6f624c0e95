package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A record of a class that is not there. */
class UnknownComponentType extends UnknownComponentTypeModule {
  record State(Tensor out, Missing more) {} // error: javac

  @Script
  State forward(Tensor x) {
    return new State(x, x);
  }
}
