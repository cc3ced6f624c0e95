package t;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;

/** A generic module around a layer of any kind. */
public class Boxed extends BoxedModule {
  final Box<Linear> first = new Box<>(new Linear(4, 6));
  final Box<Linear> second = new Box<>(new Linear(6, 2));

  @Script
  public Tensor forward(Tensor x) {
    return second.call(first.call(x));
  }

  public static class Box<M extends Layer> extends Boxed_BoxModule<M> {
    final M inner;

    public Box(M inner) {
      this.inner = inner;
    }

    @Script
    public Tensor forward(Tensor x) {
      return relu(inner.call(x));
    }
  }

  public static Object run() {
    return new Boxed().call(Tensor.zeros(3, 4));
  }
}
