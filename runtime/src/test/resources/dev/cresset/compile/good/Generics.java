package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;

/** Modules whose parts are of any type. */
public class Generics extends GenericsModule {
  final Pair<Linear, Twice<ReLU>> pair = new Pair<>(new Linear(2, 2), new Twice<>(new ReLU()));

  @Script
  public Tensor forward(Tensor x) {
    return pair.call(x).add(pair.left.call(x)).add(pair.right.call(x));
  }

  public static class Pair<A extends Layer, B extends Layer> extends Generics_PairModule<A, B> {
    final A left;
    final B right;

    Pair(A left, B right) {
      this.left = left;
      this.right = right;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return right.call(left.call(x));
    }
  }

  public static class Twice<M extends Layer> extends Generics_TwiceModule<M> {
    final M inner;

    Twice(M inner) {
      this.inner = inner;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return inner.call(inner.call(x).sub(0.5));
    }
  }
}
