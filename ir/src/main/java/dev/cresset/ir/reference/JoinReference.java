package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** Ops that repeat, turn, mask and pad. */
public final class JoinReference {
  private JoinReference() {}

  /** {@code repeat(self, repeats)}. */
  public static NdArray repeat(Arguments in) {
    long[] repeats = in.integers(1);
    NdArray self = in.array(0);
    while (self.rank() < repeats.length) {
      self = ShapeReference.unsqueeze(self, 0);
    }
    long[] sizes = self.sizes();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] *= repeats[i];
    }
    return picked(self, sizes, (i, dim) -> i);
  }

  /** The elements that {@code from} names for each index and dimension, modulo the size there. */
  private static NdArray picked(NdArray self, long[] sizes, LongBinaryOperator from) {
    NdArray result = NdArray.zeros(self.dtype(), sizes);
    for (long number = 0; number < result.count(); number++) {
      long[] at = Index.of(number, sizes);
      for (int dim = 0; dim < at.length; dim++) {
        at[dim] = Math.floorMod(from.applyAsLong(at[dim], dim), self.size(dim));
      }
      result.set(number, self, Index.number(at, self.sizes()));
    }
    return result;
  }

  /** {@code flip(self, dims)}. */
  public static NdArray flip(Arguments in) {
    NdArray self = in.array(0);
    boolean[] flipped = new boolean[self.rank()];
    for (long dim : in.integers(1)) {
      flipped[self.dim(dim)] = true;
    }
    return picked(self, self.sizes(), (i, dim) -> flipped[(int) dim] ? -1 - i : i);
  }

  /** {@code roll(self, shifts, dims)}. */
  public static NdArray roll(Arguments in) {
    NdArray self = in.array(0);
    long[] shifts = in.integers(1);
    long[] dims = in.integers(2);
    if (dims.length == 0) {
      NdArray flat = self.reshape(self.count());
      return picked(flat, flat.sizes(), (i, dim) -> i - shifts[0]).reshape(self.sizes());
    }
    long[] by = new long[self.rank()];
    for (int i = 0; i < dims.length; i++) {
      by[self.dim(dims[i])] += shifts[i];
    }
    return picked(self, self.sizes(), (i, dim) -> i - by[(int) dim]);
  }

  /** {@code tril(self, diagonal)}. */
  public static NdArray tril(Arguments in) {
    return triangle(in, 1);
  }

  /** {@code triu(self, diagonal)}. */
  public static NdArray triu(Arguments in) {
    return triangle(in, -1);
  }

  private static NdArray triangle(Arguments in, long side) {
    NdArray result = in.array(0).copy();
    int rank = result.rank();
    Index.forEach(
        result.sizes(),
        at -> {
          long above = at[rank - 1] - at[rank - 2] - in.integer(1);
          if (side * above > 0) {
            result.set(at, 0);
          }
        });
    return result;
  }

  /** {@code constant_pad_nd(self, pad, value)}; pads below 0 cut off. */
  public static NdArray pad(Arguments in) {
    NdArray self = in.array(0);
    long[] pad = in.integers(1);
    long[] sizes = self.sizes();
    long[] before = new long[sizes.length];
    for (int i = 0; i < pad.length / 2; i++) {
      int dim = sizes.length - 1 - i;
      before[dim] = pad[2 * i];
      sizes[dim] += pad[2 * i] + pad[2 * i + 1];
    }
    NdArray result = NdArray.zeros(self.dtype(), sizes);
    result.copyFrom(NdArray.scalar(in.get(2)));
    for (long number = 0; number < result.count(); number++) {
      long[] at = Index.of(number, sizes);
      boolean inside = true;
      for (int dim = 0; dim < at.length; dim++) {
        at[dim] -= before[dim];
        inside &= at[dim] >= 0 && at[dim] < self.size(dim);
      }
      if (inside) {
        result.set(number, self, Index.number(at, self.sizes()));
      }
    }
    return result;
  }

  /** {@code diag(self, diagonal)}: of a vector the matrix, of a matrix the diagonal. */
  public static NdArray diag(Arguments in) {
    NdArray self = in.array(0);
    long offset = in.integer(1);
    if (self.rank() == 2) {
      return ShapeReference.diagonal(self, offset, 0, 1).copy();
    }
    long size = self.count() + Math.abs(offset);
    NdArray result = NdArray.zeros(self.dtype(), size, size);
    ShapeReference.diagonal(result, offset, 0, 1).copyFrom(self);
    return result;
  }

  /** {@code repeat_interleave(self, repeats, dim)}, of one number or one for each. */
  public static NdArray repeatInterleave(Arguments in) {
    NdArray self = in.isNone(2) ? in.array(0).reshape(in.array(0).count()) : in.array(0);
    int dim = in.isNone(2) ? 0 : self.dim(in.integer(2));
    List<Long> from = new ArrayList<>();
    for (long i = 0; i < self.size(dim); i++) {
      long times =
          in.get(1) instanceof NdArray each ? each.whole(each.count() == 1 ? 0 : i) : in.integer(1);
      for (long k = 0; k < times; k++) {
        from.add(i);
      }
    }
    long[] sizes = Index.put(self.sizes(), dim, from.size());
    return picked(self, sizes, (i, d) -> d == dim ? from.get((int) i) : i);
  }

  /** {@code sort(self, dim, descending)}, stable; NaN is greatest. */
  public static List<NdArray> sort(NdArray self, long dim, boolean descending) {
    NdArray indices = NdArray.zeros(DType.I64, self.sizes());
    NdArray values = self.copy();
    if (self.rank() == 0) {
      return List.of(values, indices);
    }
    NdArray from = ShapeReference.transpose(self, dim, -1);
    NdArray toValues = ShapeReference.transpose(values, dim, -1);
    NdArray toIndices = ShapeReference.transpose(indices, dim, -1);
    long length = from.size(-1);
    for (long row = 0; length > 0 && row < from.count() / length; row++) {
      long start = row * length;
      Long[] order = new Long[(int) length];
      Arrays.setAll(order, i -> (long) i);
      Arrays.sort(
          order,
          (a, b) -> {
            int sign =
                from.dtype().isFloatingPoint()
                    ? Double.compare(from.real(start + a) + 0.0, from.real(start + b) + 0.0)
                    : Long.compare(from.whole(start + a), from.whole(start + b));
            return descending ? -sign : sign;
          });
      for (int i = 0; i < length; i++) {
        toValues.set(start + i, from, start + order[i]);
        toIndices.setWhole(start + i, order[i]);
      }
    }
    return List.of(values, indices);
  }

  /** {@code topk(self, k, dim, largest)}: values and indices, in order. */
  public static List<NdArray> topk(Arguments in) {
    int dim = in.array(0).dim(in.integer(2));
    List<NdArray> sorted = sort(in.array(0), dim, in.flag(3));
    return sorted.stream()
        .map(
            each ->
                each.rank() == 0
                    ? each
                    : ShapeReference.slice(each, dim, 0, in.integer(1), 1).copy())
        .toList();
  }
}
