package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;

/** A module with a type parameter that its superclass is not given. */
class RawSuperclass<M extends Layer> extends RawSuperclassModule { // error: script/superclass
  final M inner;

  RawSuperclass(M inner) {
    this.inner = inner;
  }

  @Script
  public Tensor forward(Tensor x) {
    return inner.call(x);
  }
}
