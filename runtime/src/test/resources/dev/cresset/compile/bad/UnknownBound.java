package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A module whose part is of a class that nobody wrote. */
class UnknownBound<M extends Layr> extends UnknownBoundModule<M> { // error: javac
  final M inner;

  UnknownBound(M inner) {
    this.inner = inner;
  }

  @Script
  public Tensor forward(Tensor x) {
    return x.neg();
  }
}
