package dev.cresset.compile;

import static dev.cresset.Functional.map;
import static dev.cresset.Functional.relu;
import static dev.cresset.Functional.sigmoid;
import static dev.cresset.Functional.where;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.ModuleList;
import java.util.List;

/** Scripted classes of which the compiled form must agree with what is written. */
final class Nets {

  private Nets() {}

  /** A group with two results, a number from outside, a comparison; then a product. */
  static class Gated extends Nets_GatedModule {
    @Param final Tensor weight = param(Tensor.of(new float[][] {{1, 2}, {3, 4}}));
    double slope = 0.25;

    @Script
    Tensor forward(Tensor x, Tensor y) {
      Tensor h = sigmoid(x.add(y).mul(weight));
      Tensor l = where(h.gt(0.5), h, h.mul(slope));
      return l.mm(h.mul(3.0).add(l));
    }
  }

  /** Two results of which one is smaller, and a truth that only chooses. */
  static class Mixed extends Nets_MixedModule {
    record Both(Tensor small, Tensor large) {}

    @Script
    Both forward(Tensor x, Tensor y, Tensor mask) {
      Tensor small = relu(x).mul(x);
      return new Both(small, where(mask, small.mul(y), y));
    }
  }

  /** Loops, branches, early returns, records, helpers and children. */
  static class Flow extends Nets_FlowModule {
    record Step(Tensor value, int turns) {}

    final Gated first = new Gated();
    final ModuleList<Scale> scales = new ModuleList<>(List.of(new Scale(2), new Scale(0.5)));
    final int most = 3;

    @Script
    Step forward(Tensor x, int turns) {
      Tensor y = first.call(x, x);
      for (var scale : scales) {
        y = scale.call(y);
      }
      if (training && turns > most) {
        return new Step(y, -turns);
      }
      int done = 0;
      for (; done < turns; done += 2) {
        y = twice(y, done % 3 == 0 ? 1 : 2);
      }
      return new Step(y, done);
    }

    private Tensor twice(Tensor x, int times) {
      Tensor sum = x;
      for (int i = times; i > 0; i--) {
        sum = sum.add(x);
      }
      return sum;
    }
  }

  /** A constant factor. */
  static class Scale extends Nets_ScaleModule {
    final double factor;

    Scale(double factor) {
      this.factor = factor;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return x.mul(factor);
    }
  }

  /** A module whose child's graph becomes part of its own. */
  static class Around extends Nets_AroundModule {
    final Gated inner;

    Around(Gated inner) {
      this.inner = inner;
    }

    @Script
    Tensor forward(Tensor x) {
      return relu(inner.call(x, x));
    }
  }

  /** A child that nobody compiled. */
  static class Silent extends Gated {
    @Override
    Tensor forward(Tensor x, Tensor y) {
      return x;
    }
  }

  /** Functions without a module. */
  static final class Functions {
    private Functions() {}

    @Script
    static float leaky(float v, float slope) {
      if (v > 0) {
        return v;
      }
      return v * slope;
    }

    @Script
    static float cubed(float v) {
      return v * v * v;
    }

    @Script
    static Tensor mapped(Tensor x, Tensor y) {
      return map(x.map(Functions::cubed), y, Functions::leaky);
    }

    @Script
    static Tensor blend(Tensor x, Tensor y) {
      return relu(x.mul(y).add(x));
    }
  }
}
