package dev.cresset.backend.cpu;

import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/**
 * A tensor made ready to be reduced: an array of {@code float}, {@code double} or {@code long} seen
 * with four sizes, {@code [outer, times, inner, run]}. Of these, {@code outer} and {@code inner}
 * stay, {@code times} and {@code run} are reduced.
 *
 * @param array a {@code float[]}, {@code double[]} or {@code long[]}
 * @param at where its first element lies
 */
public record Slabs(Object array, int at, int outer, int times, int inner, int run) {

  /** {@code x} with the dimensions for which {@code reduced} is true made ready; a copy if need. */
  public static Slabs of(Strided x, boolean[] reduced) {
    DType lane = Lanes.of(x.dtype()).dtype();
    int[] extents = new int[Math.max(x.dim(), 1)];
    boolean[] gone = new boolean[extents.length];
    int n = 0;
    for (int d = 0; d < x.dim(); d++) { // neighbours that fare alike are one
      if (x.size(d) == 1) {
        continue;
      }
      if (n > 0 && gone[n - 1] == reduced[d]) {
        extents[n - 1] *= (int) x.size(d);
      } else {
        extents[n] = (int) x.size(d);
        gone[n++] = reduced[d];
      }
    }
    if (n > 4 || n == 4 && gone[0]) { // more alternations than four sizes hold
      return of(reducedLast(x, reduced), sorted(reduced));
    }
    Strided plain = plain(x, lane);
    int[] four = {1, 1, 1, 1};
    // The last size that is reduced is a run if nothing follows it.
    int slot = 4;
    for (int g = n - 1; g >= 0; g--) {
      slot -= slot % 2 == 0 == gone[g] ? 1 : 2;
      four[slot] = extents[g];
    }
    if (four[1] == 1) { // rows: nothing lies between the outer and the inner size
      four[0] *= four[2];
      four[2] = 1;
    }
    Object array =
        switch (lane) {
          case F32 -> plain.storage().floats();
          case F64 -> plain.storage().doubles();
          default -> plain.storage().longs();
        };
    return new Slabs(array, plain.start(), four[0], four[1], four[2], four[3]);
  }

  /** {@code x} as {@code [outer, times, inner]} with dimension {@code d} in the middle. */
  public static Slabs along(Strided x, int d) {
    boolean[] reduced = new boolean[x.dim()];
    if (d < reduced.length) {
      reduced[d] = true;
    }
    Slabs slabs = of(x, reduced);
    return new Slabs(slabs.array, slabs.at, slabs.outer, slabs.count(), slabs.inner, 1);
  }

  private static Strided plain(Strided x, DType lane) {
    if (x.dtype() == lane && x.device().isCpu() && x.isContiguous()) {
      return x;
    }
    Strided copy = Strided.allocate(lane, Device.CPU, x.sizes());
    Backends.of(x.device()).copy(x, copy);
    return copy;
  }

  private static Strided reducedLast(Strided x, boolean[] reduced) {
    long[] sizes = new long[x.dim()];
    long[] strides = new long[x.dim()];
    int next = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int d = 0; d < sizes.length; d++) {
        if (reduced[d] == (pass == 1)) {
          sizes[next] = x.size(d);
          strides[next++] = x.strides()[d];
        }
      }
    }
    return x.view(sizes, strides, x.offset());
  }

  private static boolean[] sorted(boolean[] reduced) {
    boolean[] last = new boolean[reduced.length];
    int to = last.length;
    for (boolean gone : reduced) {
      if (gone) {
        last[--to] = true;
      }
    }
    return last;
  }

  /** How many results there are. */
  public int results() {
    return outer * inner;
  }

  /** How many elements a result is made of. */
  public int count() {
    return times * run;
  }

  /** Where element {@code [o, t, i, 0]} lies. */
  int position(int o, int t, int i) {
    return at + ((o * times + t) * inner + i) * run;
  }

  /** The number of elements. */
  int total() {
    return results() * count();
  }

  /** Whether the elements {@code p} and {@code q} places behind the first are equal. */
  public boolean equal(int p, int q) {
    if (array instanceof float[] floats) {
      return floats[at + p] == floats[at + q];
    }
    if (array instanceof double[] doubles) {
      return doubles[at + p] == doubles[at + q];
    }
    return ((long[]) array)[at + p] == ((long[]) array)[at + q];
  }
}
