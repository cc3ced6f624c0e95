package dev.cresset.tensor.forward;

import dev.cresset.backend.Backends;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.Arrays;

/**
 * Sums over sizes that broadcasting repeated, added up in double precision in an order that the
 * sizes alone decide.
 */
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
    boolean whole = !x.dtype().isFloatingPoint();
    Strided wide =
        contiguous(x, whole ? DType.I64 : x.dtype() == DType.F64 ? DType.F64 : DType.F32);
    long[] from = x.sizes();
    int extra = from.length - sizes.length;
    int[] extents = new int[Math.max(from.length, 1)]; // neighbours that fare alike are one
    boolean[] kept = new boolean[extents.length];
    int n = 0;
    for (int d = 0; d < from.length; d++) {
      boolean keep = d >= extra && sizes[d - extra] == from[d];
      if (from[d] == 1) {
        continue;
      }
      if (n > 0 && kept[n - 1] == keep) {
        extents[n - 1] *= (int) from[d];
      } else {
        extents[n] = (int) from[d];
        kept[n++] = keep;
      }
    }
    Strided result = Strided.allocate(whole ? DType.I64 : x.dtype(), x.device(), sizes);
    extents = Arrays.copyOf(extents, n);
    int count = (int) result.numel();
    if (whole) {
      long[] sums = result.storage().longs();
      if (x.numel() > 0) {
        add(wide.storage().longs(), 0, extents, kept, 0, sums, 0);
      }
      return result;
    }
    double[] sums = new double[count];
    if (x.numel() > 0) {
      Object array = wide.dtype() == DType.F64 ? wide.storage().doubles() : wide.storage().floats();
      add(array, 0, extents, kept, 0, sums, 0);
    }
    Strided exact = Strided.contiguous(HeapStorage.of(sums), sizes);
    Backends.cpu().copy(exact, result);
    return result;
  }

  private static Strided contiguous(Strided x, DType dtype) {
    if (x.isContiguous() && x.offset() == 0 && x.dtype() == dtype) {
      return x;
    }
    Strided copy = Strided.allocate(dtype, x.device(), x.sizes());
    Backends.of(x.device()).copy(x, copy);
    return copy;
  }

  /** Adds the block at {@code at} to the sums at {@code to}; gives how many elements it had. */
  private static int add(
      Object x, int at, int[] extents, boolean[] kept, int d, Object sums, int to) {
    if (d >= extents.length - 1) {
      int n = extents.length == 0 ? 1 : extents[d];
      boolean keep = extents.length == 0 || kept[d];
      if (x instanceof float[] floats) {
        run(floats, at, n, keep, (double[]) sums, to);
      } else if (x instanceof double[] doubles) {
        run(doubles, at, n, keep, (double[]) sums, to);
      } else {
        run((long[]) x, at, n, keep, (long[]) sums, to);
      }
      return n;
    }
    int inner = 1; // sums below this one
    for (int e = d + 1; e < extents.length; e++) {
      inner *= kept[e] ? extents[e] : 1;
    }
    int taken = 0;
    for (int i = 0; i < extents[d]; i++) {
      taken += add(x, at + taken, extents, kept, d + 1, sums, kept[d] ? to + i * inner : to);
    }
    return taken;
  }

  private static void run(float[] x, int at, int n, boolean keep, double[] sums, int to) {
    if (keep) {
      for (int i = 0; i < n; i++) {
        sums[to + i] += x[at + i];
      }
      return;
    }
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += x[at + i];
      b += x[at + i + 1];
      c += x[at + i + 2];
      d += x[at + i + 3];
    }
    for (; i < n; i++) {
      a += x[at + i];
    }
    sums[to] += a + b + (c + d);
  }

  private static void run(double[] x, int at, int n, boolean keep, double[] sums, int to) {
    for (int i = 0; i < n; i++) {
      sums[keep ? to + i : to] += x[at + i];
    }
  }

  private static void run(long[] x, int at, int n, boolean keep, long[] sums, int to) {
    for (int i = 0; i < n; i++) {
      sums[keep ? to + i : to] += x[at + i];
    }
  }
}
