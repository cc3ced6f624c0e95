package models;

import static dev.cresset.Functional.*;

import dev.cresset.Tensor;
import dev.cresset.annotations.*;
import dev.cresset.nn.*;
import java.util.List;

public class MoreExpressions extends MoreExpressionsModule {
  final ModuleList<Layer> layers = new ModuleList<>();
  int plain = 2;

  static class Holder {
    int kept = 3;
  }

  @Script
  public Tensor forward(Tensor x) {
    Linear cast = (Linear) layers.get(0); // error: script/cast
    x = apply(Tensor::relu); // error: script/method-reference
    x = apply(() -> x); // error: script/lambda
    return cast.call(x);
  }

  private static Tensor apply(Object f) {
    return Tensor.zeros(1);
  }

  @Script
  static Tensor unbound(Tensor x) {
    return x.add(plain); // error: script/static
  }

  @Script
  static Tensor selfless(Tensor x) {
    return x.add(this.plain); // error: script/static
  }

  @Script
  Tensor reading(Tensor x) {
    return x.add(new Holder().kept); // error: script/new
  }

  record State(Tensor out) {}

  @Script
  Tensor outOf(State state) {
    return state.out; // error: script/field
  }
}
