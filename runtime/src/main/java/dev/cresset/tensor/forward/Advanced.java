package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Broadcast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tensors of indices ask for, after NumPy: masks become the indices of their true elements,
 * indices broadcast to each other, and what they give stands where the first of them stood if they
 * are neighbours, else in front.
 */
final class Advanced {
  private final long[] order;
  private final long[] common;
  private final long[] rest;
  private final long[] rows;
  private final int place;

  private Advanced(long[] order, long[] common, long[] rest, long[] rows, int place) {
    this.order = order;
    this.common = common;
    this.rest = rest;
    this.rows = rows;
    this.place = place;
  }

  /** Reads {@code indices} for {@code self}. */
  static Advanced of(Tensor self, List<@Nullable Tensor> indices) {
    @Nullable Tensor[] each = new Tensor[self.dim()];
    int d = 0;
    for (Tensor index : indices) {
      if (index != null && (index.dtype() == DType.BOOL || index.dtype() == DType.U8)) {
        d = mask(self, index, each, d);
      } else {
        if (d >= each.length) {
          throw new IndexOutOfBoundsException(
              "too many indices for tensor of dimension " + self.dim());
        }
        if (index != null && !index.dtype().isIntegral()) {
          throw new IllegalArgumentException(
              "tensors used as indices must be long, byte or bool tensors, this one is "
                  + index.dtype());
        }
        each[d++] = index;
      }
    }
    return plan(self, each);
  }

  private static int mask(Tensor self, Tensor mask, @Nullable Tensor[] each, int at) {
    int d = at;
    Tensor places = IndexForward.nonzero(mask);
    for (int m = 0; m < mask.dim(); m++) {
      if (d >= each.length || self.size(d) != mask.size(m)) {
        throw new ShapeException(
            "The shape of the mask %s at index %d does not match the shape of the indexed tensor %s at index %d"
                .formatted(
                    Arrays.toString(mask.strided().sizes()),
                    m,
                    Arrays.toString(self.strided().sizes()),
                    d));
      }
      each[d++] = ShapeForward.select(places, 1, m);
    }
    if (mask.dim() == 0) {
      throw new ShapeException("a mask without sizes indexes nothing; use unsqueeze(0) first");
    }
    return d;
  }

  private static Advanced plan(Tensor self, @Nullable Tensor[] each) {
    List<Tensor> used = new ArrayList<>();
    List<Long> dims = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    for (int d = 0; d < each.length; d++) {
      Tensor index = each[d];
      if (index == null) {
        others.add((long) d);
      } else {
        used.add(index);
        dims.add((long) d);
      }
    }
    if (used.isEmpty()) {
      throw new IllegalArgumentException("index: there must be at least one tensor of indices");
    }
    long[] common;
    try {
      common = Broadcast.sizes("index", used.toArray(new Tensor[0]));
    } catch (ShapeException e) {
      throw new ShapeException(
          "shape mismatch: indexing tensors could not be broadcast together: " + e.getMessage());
    }
    long[] rows = new long[(int) Arrays.stream(common).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < used.size(); i++) {
      long size = self.size(dims.get(i).intValue());
      long[] values = Tensor.wrap(used.get(i).strided().expand(common)).toLongArray();
      for (int r = 0; r < rows.length; r++) {
        if (values[r] < -size || values[r] >= size) {
          throw new IndexOutOfBoundsException(
              "index %d is out of bounds for dimension %d with size %d"
                  .formatted(values[r], dims.get(i), size));
        }
        rows[r] = rows[r] * size + (values[r] < 0 ? values[r] + size : values[r]);
      }
    }
    boolean neighbours = dims.get(dims.size() - 1) - dims.get(0) == dims.size() - 1;
    int place = neighbours ? dims.get(0).intValue() : 0;
    List<Long> order = new ArrayList<>(dims);
    order.addAll(others);
    return new Advanced(
        longs(order),
        common,
        others.stream().mapToLong(o -> self.size(o.intValue())).toArray(),
        rows,
        place);
  }

  private static long[] longs(List<Long> list) {
    return list.stream().mapToLong(l -> l).toArray();
  }

  /** The dimensions, indexed ones first. */
  long[] order() {
    return order;
  }

  /** The rows that are named, in a tensor of that order whose indexed dimensions are one. */
  long[] rows() {
    return rows;
  }

  /** Elements of a row. */
  int inner() {
    int inner = 1;
    for (long size : rest) {
      inner *= (int) size;
    }
    return inner;
  }

  /** The sizes of the rows one after the other: those of the indices, then the rest. */
  long[] rowSizes() {
    long[] sizes = Arrays.copyOf(common, common.length + rest.length);
    System.arraycopy(rest, 0, sizes, common.length, rest.length);
    return sizes;
  }

  /** The sizes of the result. */
  long[] resultSizes() {
    long[] sizes = new long[common.length + rest.length];
    System.arraycopy(rest, 0, sizes, 0, place);
    System.arraycopy(common, 0, sizes, place, common.length);
    System.arraycopy(rest, place, sizes, place + common.length, rest.length - place);
    return sizes;
  }

  /** Rows moved to where the result has them. */
  Tensor placed(Tensor rowsFirst) {
    long[] source = new long[common.length];
    long[] target = new long[common.length];
    for (int d = 0; d < source.length; d++) {
      source[d] = d;
      target[d] = (long) place + d;
    }
    return place == 0 ? rowsFirst : ShapeForward.movedim(rowsFirst, source, target);
  }

  /** The inverse of {@link #placed}. */
  Tensor unplaced(Tensor result) {
    long[] source = new long[common.length];
    long[] target = new long[common.length];
    for (int d = 0; d < source.length; d++) {
      source[d] = (long) place + d;
      target[d] = d;
    }
    return place == 0 ? result : ShapeForward.movedim(result, source, target);
  }
}
