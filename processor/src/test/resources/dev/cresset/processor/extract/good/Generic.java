package models;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Layer;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.NnModule;

/** Type variables, wildcards, nesting, a module that extends a module. */
public class Generic<A extends Layer, B extends Generic.Inner> extends GenericModule<A, B> {
  final A first;
  final B second;
  final ModuleList<A> firsts = new ModuleList<>();
  final ModuleList<? extends B> more = new ModuleList<>();

  Generic(A first, B second) {
    this.first = first;
    this.second = second;
  }

  @Script
  public Tensor forward(Tensor x) {
    for (var each : firsts) {
      x = each.call(x);
    }
    for (var each : more) {
      x = each.call(x, Inner.SCALE);
    }
    A again = firsts.get(0);
    return second.call(first.call(x), more.get(1).length(3)).add(again.call(x));
  }

  public static class Inner extends Generic_InnerModule {
    static final float SCALE = 0.5f;

    @Script
    public Tensor forward(Tensor x, double by) {
      return x.mul(by);
    }

    @Script
    double length(int n) {
      return n + SCALE;
    }
  }

  @Script(base = Inner.class)
  public static class Lower extends Generic_LowerModule {
    final int turns = 2;

    @Script
    @Override
    public Tensor forward(Tensor x, double by) {
      return relu(x).mul(by * turns + length(turns));
    }
  }
}
