package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Slabs;
import dev.cresset.backend.cpu.Sort;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Elements in order, and what is found by order: what the family of sorts computes. */
public final class SortForward {
  private SortForward() {}

  // Order.

  /** The elements along {@code dim} in order, NaN greatest, and where they were. */
  public static Tensor[] sort(Tensor self, long dim, boolean descending) {
    return ordered(self, self.dimension(dim), size(self, dim), descending);
  }

  /** As {@link #sort(Tensor, long, boolean)}; equal elements keep their order in any case. */
  public static Tensor[] sort(Tensor self, @Nullable Boolean stable, long dim, boolean descending) {
    return sort(self, dim, descending);
  }

  /** The {@code k} greatest or least along {@code dim}, in order, and where they were. */
  public static Tensor[] topk(Tensor self, long k, long dim, boolean largest, boolean sorted) {
    if (k < 0 || k > size(self, dim)) {
      throw new IndexOutOfBoundsException(
          "selected index k out of range: %d of %d".formatted(k, size(self, dim)));
    }
    return ordered(self, self.dimension(dim), k, largest);
  }

  /** Element number {@code k}, from 1, of those along {@code dim} in order, and where it was. */
  public static Tensor[] kthvalue(Tensor self, long k, long dim, boolean keepdim) {
    long size = size(self, dim);
    if (k < 1 || k > size) {
      throw new IndexOutOfBoundsException(
          "kthvalue(): selected number k out of range for dimension %d: %d of %d"
              .formatted(self.dimension(dim), k, size));
    }
    return last(ordered(self, self.dimension(dim), k, false), self, dim, keepdim);
  }

  /**
   * The element along {@code dim} that occurs most often, of several the least, and where it was
   * last.
   */
  public static Tensor[] mode(Tensor self, long dim, boolean keepdim) {
    int d = self.dimension(dim);
    if (size(self, dim) == 0) {
      throw new IndexOutOfBoundsException(
          "mode(): Expected reduction dim %d to have non-zero size.".formatted(d));
    }
    Tensor places = places(self, d, size(self, dim), false);
    Slabs values = Slabs.along(IndexForward.gather(self, d, places, false).strided(), d);
    Slabs where = Slabs.along(places.strided(), d);
    long[] found = new long[values.outer() * values.inner()];
    int n = values.count();
    for (int line = 0; line < found.length; line++) {
      int from = line / values.inner() * n * values.inner() + line % values.inner();
      int best = 0;
      int most = 0;
      for (int i = 0, run = 0; i < n; i++) {
        int p = from + i * values.inner();
        run = i > 0 && values.equal(p, p - values.inner()) ? run + 1 : 1;
        if (run > most) {
          most = run;
          best = i;
        }
      }
      found[line] = ((long[]) where.array())[where.at() + from + best * values.inner()];
    }
    Tensor indices = Reduced.of(self, new long[] {d}, true).tensor(found, DType.I64);
    return last(
        new Tensor[] {IndexForward.gather(self, d, indices, false), indices}, self, dim, keepdim);
  }

  private static Tensor[] ordered(Tensor self, int d, long k, boolean descending) {
    Tensor places = places(self, d, k, descending);
    return new Tensor[] {IndexForward.gather(self, d, places, false), places};
  }

  static Tensor places(Tensor self, int d, long k, boolean descending) {
    long[] sizes = self.dim() == 0 ? new long[0] : Views.replaced(self.sizes(), d, k);
    long[] places = Sort.places(Slabs.along(self.strided(), d), (int) k, descending);
    return Memory.as(
        Tensor.wrap(Strided.contiguous(HeapStorage.of(places), sizes)), DType.I64, self.device());
  }

  /** The last along {@code dim} of each. */
  private static Tensor[] last(Tensor[] ordered, Tensor self, long dim, boolean keepdim) {
    Tensor[] last = new Tensor[ordered.length];
    for (int i = 0; i < last.length; i++) {
      last[i] = ordered[i];
      if (self.dim() > 0) {
        Tensor slice = ShapeForward.select(ordered[i], dim, -1);
        last[i] = Views.copy(keepdim ? ShapeForward.unsqueeze(slice, self.dimension(dim)) : slice);
      }
    }
    return last;
  }

  static long size(Tensor self, long dim) {
    int d = self.dimension(dim);
    return self.dim() == 0 ? 1 : self.size(d);
  }

  // Different ones.

  /**
   * The different elements in order; where each element is among them; how many there are of each.
   * What is not asked for is empty.
   */
  public static Tensor[] _unique2(
      Tensor self, boolean sorted, boolean returnInverse, boolean returnCounts) {
    return Distinct.ofElements(self, true, returnInverse, returnCounts);
  }

  /** As {@link #_unique2}, of the slices along {@code dim}. */
  public static Tensor[] uniqueDim(
      Tensor self, long dim, boolean sorted, boolean returnInverse, boolean returnCounts) {
    return Distinct.ofSlices(self, self.dimension(dim), true, returnInverse, returnCounts);
  }

  /** As {@link #_unique2}, of what follows each other: elements, or slices along {@code dim}. */
  public static Tensor[] uniqueConsecutive(
      Tensor self, boolean returnInverse, boolean returnCounts, @Nullable Long dim) {
    return dim == null
        ? Distinct.ofElements(self, false, returnInverse, returnCounts)
        : Distinct.ofSlices(self, self.dimension(dim), false, returnInverse, returnCounts);
  }

  /** How often each whole number occurs, or the sum of the weights where it does. */
  public static Tensor bincount(Tensor self, @Nullable Tensor weights, long minlength) {
    if (minlength < 0) {
      throw new IllegalArgumentException("minlength should be >= 0");
    }
    long[] bins = self.dim() == 1 && !self.dtype().isFloatingPoint() ? self.toLongArray() : null;
    if (bins == null || Arrays.stream(bins).anyMatch(bin -> bin < 0)) {
      throw new IllegalArgumentException(
          "bincount only supports 1-d non-negative integral inputs.");
    }
    if (weights != null && !Arrays.equals(weights.sizes(), self.sizes())) {
      throw new ShapeException(
          "weights should be 1-d and have the same length as input: %s and %s"
              .formatted(Arrays.toString(weights.sizes()), Arrays.toString(self.sizes())));
    }
    int length = Math.toIntExact(Math.max(minlength, 1 + Arrays.stream(bins).max().orElse(-1)));
    if (weights == null) {
      long[] counts = new long[length];
      for (long bin : bins) {
        counts[(int) bin]++;
      }
      return Tensor.fromBlob(counts, length);
    }
    double[] sums = new double[length];
    double[] values = weights.toDoubleArray();
    for (int i = 0; i < bins.length; i++) {
      sums[(int) bins[i]] += values[i];
    }
    Tensor result = Tensor.fromBlob(sums, length);
    return weights.dtype() == DType.F32 ? Views.copy(result, DType.F32) : result;
  }

  // Places in a sorted sequence.

  /**
   * Where each of {@code self} would be put into the sorted last dimension of {@code
   * sortedSequence}: before what equals it, or behind it if {@code right}.
   */
  public static Tensor searchsorted(
      Tensor sortedSequence,
      Tensor self,
      boolean outInt32,
      boolean right,
      @Nullable String side,
      @Nullable Tensor sorter) {
    if (side != null && !side.equals("left") && !side.equals("right")) {
      throw new IllegalArgumentException(
          "torch.searchsorted(): side can only be 'left' or 'right' but got " + side);
    }
    if (side != null && right && side.equals("left")) {
      throw new IllegalArgumentException(
          "torch.searchsorted(): side and right can't be set to opposites, got side of left while"
              + " right was True");
    }
    int rank = sortedSequence.dim();
    boolean shared = rank == 1;
    if (rank == 0
        || !shared
            && (rank != self.dim()
                || !Arrays.equals(
                    Views.without(sortedSequence.sizes(), rank - 1),
                    Views.without(self.sizes(), rank - 1)))) {
      throw new ShapeException(
          ("torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1"
                  + " dimensions of boundaries tensor and input value tensor must match, but we got"
                  + " boundaries tensor %s and input value tensor %s")
              .formatted(Arrays.toString(sortedSequence.sizes()), Arrays.toString(self.sizes())));
    }
    Tensor sequence =
        sorter == null
            ? sortedSequence
            : IndexForward.gather(sortedSequence, rank - 1, sorter, false);
    Sequence sorted = new Sequence(sequence, self, right || "right".equals(side));
    int length = (int) sequence.size(-1);
    int each = shared || self.dim() == 0 ? 1 : (int) self.size(-1);
    long[] places = new long[(int) self.numel()];
    for (int i = 0; i < places.length; i++) {
      places[i] = sorted.place(i, shared ? 0 : i / each * length, length);
    }
    Tensor result = Tensor.fromBlob(places, self.sizes());
    return outInt32 ? Views.copy(result, DType.I32) : result;
  }

  /** As {@link #searchsorted(Tensor, Tensor, boolean, boolean, String, Tensor)}, of one number. */
  public static Tensor searchsorted(
      Tensor sortedSequence,
      Number self,
      boolean outInt32,
      boolean right,
      @Nullable String side,
      @Nullable Tensor sorter) {
    Tensor one = FactoryForward.full(new long[0], self, null, null, null, null);
    return searchsorted(sortedSequence, one, outInt32, right, side, sorter);
  }

  /** Sorted numbers and those to be placed among them, both as reals or both whole. */
  private static final class Sequence {
    private final double[] realSorted;
    private final double[] reals;
    private final long[] wholeSorted;
    private final long[] wholes;
    private final boolean real;
    private final boolean behind;

    Sequence(Tensor sorted, Tensor values, boolean behind) {
      this.real = sorted.dtype().isFloatingPoint() || values.dtype().isFloatingPoint();
      this.behind = behind;
      realSorted = real ? sorted.toDoubleArray() : new double[0];
      reals = real ? values.toDoubleArray() : new double[0];
      wholeSorted = real ? new long[0] : sorted.toLongArray();
      wholes = real ? new long[0] : values.toLongArray();
    }

    long place(int value, int from, int length) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (isBeyond(from + middle, value)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    /** Whether the value comes before element {@code at}; a NaN comes before none. */
    private boolean isBeyond(int at, int value) {
      if (real) {
        return behind ? realSorted[at] > reals[value] : realSorted[at] >= reals[value];
      }
      return behind ? wholeSorted[at] > wholes[value] : wholeSorted[at] >= wholes[value];
    }
  }
}
