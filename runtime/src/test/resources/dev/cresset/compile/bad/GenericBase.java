package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;

/** A base whose type parameters nothing fills in. */
class GenericBase extends GenericBaseModule {
  @Script
  Tensor forward(Tensor x) {
    return x;
  }

  static class Twice<M extends Layer> extends GenericBase_TwiceModule<M> {
    final M inner;

    Twice(M inner) {
      this.inner = inner;
    }

    @Script
    Tensor forward(Tensor x) {
      return inner.call(inner.call(x));
    }
  }

  @Script(base = Twice.class)
  static class Thrice extends GenericBase_ThriceModule { // error: script/base
    @Script
    Tensor again(Tensor x) {
      return x;
    }
  }
}
