package good;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;

/** Methods that scripted methods call: private ones, scripted ones, functions. */
public class Helpers extends HelpersModule {
  @Param final Tensor weight = param(Tensor.of(0.5f, 2f));
  final Inner inner = new Inner();

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = hidden(x, 2);
    y = this.open(y);
    y = shared(y, 0.5);
    y = Helpers.shared(y, 2);
    return relu(twice(y)).add(Functions.both(x, y)).add(inner.half(x)).add(inner.forward(x));
  }

  private Tensor hidden(Tensor x, int times) {
    return x.mul(weight).mul(times);
  }

  @Script
  public Tensor open(Tensor x) {
    return hidden(x, 3).sub(1);
  }

  @Script
  static Tensor shared(Tensor x, double by) {
    return x.mul(by);
  }

  private static Tensor twice(Tensor x) {
    return x.add(x);
  }

  public static class Inner extends Helpers_InnerModule {
    @Script
    public Tensor forward(Tensor x) {
      return half(x).neg();
    }

    @Script
    public Tensor half(Tensor x) {
      return x.mul(0.5);
    }
  }

  /** Functions without a module. */
  public static final class Functions {
    private Functions() {}

    @Script
    public static Tensor both(Tensor x, Tensor y) {
      return x.mul(y).tanh();
    }
  }
}
