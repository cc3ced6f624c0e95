package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** A module on top of another. */
public class Extended extends ExtendedModule {
  final Above above = new Above();

  @Script
  public Tensor forward(Tensor x) {
    return above.call(x).add(above.scaled(x)).mul(above.weight);
  }

  public static class Below extends Extended_BelowModule {
    @Param final Tensor weight = param(Tensor.of(0.5f, 2f));
    final Linear inner = new Linear(2, 2);
    final double factor;

    public Below(double factor) {
      this.factor = factor;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return scaled(x);
    }

    @Script
    public Tensor scaled(Tensor x) {
      return x.mul(factor).mul(weight);
    }

    @Script
    public Tensor grown(Tensor x, int times, float by) {
      for (int i = 0; i < times; i++) {
        x = x.mul(by).add(times);
      }
      return x;
    }
  }

  @Script(base = Below.class)
  public static class Above extends Extended_AboveModule {
    @Param final Tensor bias = param(Tensor.of(1f, -1f));

    public Above() {
      super(0.5);
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      int rows = (int) x.size(0);
      return scaled(x).add(bias).mul(weight).add(inner.call(x)).add(grown(x, rows, 0.5f));
    }
  }
}
