package dev.cresset.tensor.forward;

import dev.cresset.backend.Backends;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Folds;
import dev.cresset.backend.cpu.Reduce;
import dev.cresset.backend.cpu.Slabs;
import dev.cresset.backend.cpu.WholeFold;
import dev.cresset.ir.type.DType;

/** Sums over sizes that broadcasting repeated. */
public final class Sums {
  private Sums() {}

  /** Whether a tensor of sizes {@code to} broadcasts to sizes {@code from}. */
  public static boolean reaches(long[] from, long[] to) {
    int extra = from.length - to.length;
    for (int d = 0; d < to.length; d++) {
      if (extra < 0 || to[d] != from[d + extra] && to[d] != 1) {
        return false;
      }
    }
    return extra >= 0;
  }

  /** {@code x} summed to {@code sizes}, which broadcast to its own; always memory of its own. */
  public static Strided sumTo(Strided x, long[] sizes) {
    int extra = x.dim() - sizes.length;
    boolean[] repeated = new boolean[x.dim()];
    for (int d = 0; d < repeated.length; d++) {
      repeated[d] = d < extra || sizes[d - extra] != x.size(d);
    }
    Slabs slabs = Slabs.of(x, repeated);
    boolean real = x.dtype().isFloatingPoint();
    HeapStorage sums =
        real
            ? HeapStorage.of(Reduce.reals(slabs, Folds.SUM))
            : HeapStorage.of(Reduce.wholes(slabs, WholeFold.SUM));
    DType dtype = real ? x.dtype() : DType.I64;
    Strided exact = Strided.contiguous(sums, sizes);
    if (dtype == sums.dtype() && x.device().isCpu()) {
      return exact;
    }
    Strided result = Strided.allocate(dtype, x.device(), sizes);
    Backends.of(x.device()).copy(exact, result);
    return result;
  }
}
