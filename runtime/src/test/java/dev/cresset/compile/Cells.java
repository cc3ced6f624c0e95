package dev.cresset.compile;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.ModuleList;
import dev.cresset.nn.NnModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Modules of every form that the processor writes superclasses for. */
final class Cells {

  private Cells() {}

  /** From tensor to tensor: a layer. */
  static class Weighted extends Cells_WeightedModule {
    @Param final Tensor weight;
    @Param final @Nullable Tensor bias = null;

    @Buffer(persistent = false)
    final Tensor mask;

    final int size;
    final double[] scales = {0.5, 2};

    Weighted(int size) {
      this.size = size;
      weight = param(Tensor.of(new float[size]));
      mask = Tensor.of(new float[size]);
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return x;
    }
  }

  /** With a record as its result, children, and values of other types. */
  static class Cell extends Cells_CellModule {
    record State(Tensor out, @Nullable Tensor hidden) {}

    final Weighted first = new Weighted(1);
    final ModuleList<Weighted> rest = new ModuleList<>(List.of(new Weighted(2), new Weighted(3)));

    @Script
    State forward(State state, int times, List<Tensor> more) {
      return times == 0 ? state : new State(more.get(times - 1), null);
    }
  }

  /** A layer that takes a mask besides. */
  static class Masked extends Cells_MaskedModule {

    @Script
    public Tensor forward(Tensor x, @Nullable Tensor mask) {
      return mask == null ? x : mask;
    }
  }

  /** A module that extends a module. */
  @Script(base = Weighted.class)
  static class Biased extends Cells_BiasedModule {
    @Param final Tensor more;

    Biased(int size) {
      super(size);
      more = param(Tensor.of(new float[size]));
    }
  }

  /** A generic container without a forward. */
  @Script
  static class Pair<A extends Weighted, B extends NnModule> extends Cells_PairModule<A, B> {
    final A left;
    final B right;

    Pair(A left, B right) {
      this.left = left;
      this.right = right;
    }
  }
}
