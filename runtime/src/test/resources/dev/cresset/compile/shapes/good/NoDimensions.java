package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A tensor of no dimensions goes with all. */
public class NoDimensions extends NoDimensionsModule {
  @Param final Tensor scale = param(Tensor.ones());
  final Linear body = new Linear(4, 4);

  @Script
  public Tensor forward(Tensor x) {
    return body.call(x).mul(scale).add(x.sum()).add(body.call(x).mean());
  }

  public static Object run() {
    return new NoDimensions().call(Tensor.zeros(2, 4));
  }
}
