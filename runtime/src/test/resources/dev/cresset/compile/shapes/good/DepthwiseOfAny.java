package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;

/** A depthwise layer of any number of channels. */
public class DepthwiseOfAny extends DepthwiseOfAnyModule {
  final Conv2d depthwise;
  final Conv2d pointwise;

  public DepthwiseOfAny(int channels, int out) {
    depthwise = new Conv2d(channels, channels, 3, groups(channels), padding(1));
    pointwise = new Conv2d(channels, out, 1);
  }

  @Script
  public Tensor forward(Tensor x) {
    return pointwise.call(depthwise.call(x).add(x));
  }

  public static Object run() {
    return new DepthwiseOfAny(6, 2).call(Tensor.zeros(1, 6, 5, 5));
  }
}
