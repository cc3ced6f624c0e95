package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Slabs;
import dev.cresset.backend.cpu.Sort;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The different ones among the slices of a tensor, sorted or as they follow each other. */
final class Distinct {
  private final double[] reals;
  private final long[] wholes;
  private final boolean real;
  private final int width;

  /** Rows of a matrix. */
  private Distinct(Tensor rows) {
    real = rows.dtype().isFloatingPoint();
    reals = real ? rows.toDoubleArray() : new double[0];
    wholes = real ? new long[0] : rows.toLongArray();
    width = (int) rows.size(1);
  }

  /** Of single elements; see {@link #ofSlices}. */
  static Tensor[] ofElements(Tensor self, boolean sort, boolean inverse, boolean counts) {
    Tensor flat = ShapeForward.reshape(self, new long[] {self.numel(), 1});
    Slabs slabs = Slabs.along(flat.strided(), 0);
    int n = (int) self.numel();
    int[] order =
        sort
            ? Arrays.stream(Sort.places(slabs, n, false)).mapToInt(Math::toIntExact).toArray()
            : IntStream.range(0, n).toArray();
    Tensor vector = ShapeForward.reshape(flat, new long[] {n});
    return new Distinct(flat).results(vector, 0, order, self.sizes(), inverse, counts);
  }

  /**
   * The different slices along {@code d}; where each slice is among them; how many there are of
   * each. What is not asked for is empty.
   *
   * @param sort whether slices are sorted first, element by element
   */
  static Tensor[] ofSlices(Tensor self, int d, boolean sort, boolean inverse, boolean counts) {
    Tensor first = ShapeForward.movedim(self, new long[] {d}, new long[] {0});
    int n = (int) self.size(d);
    long width = n == 0 ? 0 : self.numel() / n;
    Distinct slices = new Distinct(ShapeForward.reshape(first, new long[] {n, width}));
    IntStream all = IntStream.range(0, n);
    Comparator<Integer> byElements = slices::compare;
    int[] order = sort ? all.boxed().sorted(byElements).mapToInt(i -> i).toArray() : all.toArray();
    return slices.results(self, d, order, new long[] {n}, inverse, counts);
  }

  private int compare(int a, int b) {
    int from = a * width;
    int to = b * width;
    return real
        ? Arrays.compare(reals, from, from + width, reals, to, to + width)
        : Arrays.compare(wholes, from, from + width, wholes, to, to + width);
  }

  private boolean equal(int a, int b) {
    for (int j = 0; j < width; j++) {
      int p = a * width + j;
      int q = b * width + j;
      if (real ? reals[p] != reals[q] : wholes[p] != wholes[q]) { // a NaN equals none
        return false;
      }
    }
    return true;
  }

  private Tensor[] results(
      Tensor self, int d, int[] order, long[] sizes, boolean inverse, boolean counts) {
    long[] firsts = new long[order.length];
    long[] many = new long[order.length];
    long[] numbers = new long[order.length];
    int found = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || !equal(order[i - 1], order[i])) {
        firsts[found++] = order[i];
      }
      many[found - 1]++;
      numbers[order[i]] = found - 1L;
    }
    Tensor chosen = IndexForward.indexSelect(self, d, Tensor.of(Arrays.copyOf(firsts, found)));
    return new Tensor[] {
      chosen,
      inverse ? whole(numbers, self, sizes) : whole(new long[0], self, 0),
      counts ? whole(Arrays.copyOf(many, found), self, found) : whole(new long[0], self, 0)
    };
  }

  private static Tensor whole(long[] values, Tensor like, long... sizes) {
    Tensor tensor = Tensor.wrap(Strided.contiguous(HeapStorage.of(values), sizes));
    return Memory.as(tensor, DType.I64, like.device());
  }
}
