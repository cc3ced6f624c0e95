package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;

/** A module with two type parameters that its superclass is given in another order. */
class SwappedParameters<M extends Layer, N extends Layer> // error: script/superclass
    extends SwappedParametersModule<N, M> {
  final M inner;

  SwappedParameters(M inner) {
    this.inner = inner;
  }

  @Script
  public Tensor forward(Tensor x) {
    return inner.call(x);
  }
}
