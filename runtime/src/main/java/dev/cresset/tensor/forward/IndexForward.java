package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Broadcast;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements picked and placed by tensors of indices: what the family of index ops computes. */
public final class IndexForward {
  private IndexForward() {}

  /** The slices of {@code dim} that {@code index}, a vector, names. */
  public static Tensor indexSelect(Tensor self, long dim, Tensor index) {
    if (index.dim() > 1) {
      throw new ShapeException("index_select(): Index is supposed to be a vector");
    }
    int d = self.dimension(dim);
    Tensor x = Views.contiguous(self);
    long[] wanted = indices("index_select", index, size(self, d));
    long[] sizes = self.dim() == 0 ? new long[0] : Views.replaced(self.sizes(), d, wanted.length);
    Tensor result = Views.zeros(self, sizes);
    Cells cells = new Cells(x, result);
    Slices in = new Slices(x, d);
    for (int o = 0; o < in.outer; o++) {
      for (int i = 0; i < wanted.length; i++) {
        cells.copy(in.start(o, wanted[i]), (o * wanted.length + i) * in.inner, in.inner);
      }
    }
    return result;
  }

  /**
   * {@code self} with the slices of {@code source} added at {@code index}, each {@code alpha}
   * times.
   */
  public static Tensor indexAdd(Tensor self, long dim, Tensor index, Tensor source, Number alpha) {
    int d = self.dimension(dim);
    long[] at = indices("index_add_", index, size(self, d));
    checkSlices("index_add_", self, d, at.length, source);
    Tensor sum = summing(self);
    Tensor more = scaled(summing(source), alpha);
    Cells cells = new Cells(more, sum);
    Slices out = new Slices(sum, d);
    for (int o = 0; o < out.outer; o++) {
      for (int i = 0; i < at.length; i++) {
        cells.add((o * at.length + i) * out.inner, out.start(o, at[i]), out.inner);
      }
    }
    return back(sum, self);
  }

  /** {@code self} with the slices of {@code source} written at {@code index}. */
  public static Tensor indexCopy(Tensor self, long dim, Tensor index, Tensor source) {
    int d = self.dimension(dim);
    long[] at = indices("index_copy_", index, size(self, d));
    checkSlices("index_copy_", self, d, at.length, source);
    Tensor result = Views.copy(self);
    Cells cells = new Cells(Views.contiguous(source), result);
    Slices out = new Slices(result, d);
    for (int o = 0; o < out.outer; o++) {
      for (int i = 0; i < at.length; i++) {
        cells.copy((o * at.length + i) * out.inner, out.start(o, at[i]), out.inner);
      }
    }
    return result;
  }

  /** {@code self} with {@code value} in the slices that {@code index} names. */
  public static Tensor indexFill(Tensor self, long dim, Tensor index, Number value) {
    int d = self.dimension(dim);
    Tensor result = Views.copy(self);
    for (long i : indices("index_fill_", index, size(self, d))) {
      Tensor slice = self.dim() == 0 ? result : ShapeForward.select(result, d, i);
      Backends.of(self.device()).fill(slice.strided(), value);
    }
    return result;
  }

  /** As {@link #indexFill(Tensor, long, Tensor, Number)}, with a tensor of one element. */
  public static Tensor indexFill(Tensor self, long dim, Tensor index, Tensor value) {
    int d = self.dimension(dim);
    Tensor result = Views.copy(self);
    for (long i : indices("index_fill_", index, size(self, d))) {
      Tensor slice = self.dim() == 0 ? result : ShapeForward.select(result, d, i);
      Views.copy(Tensor.wrap(value.strided().expand(slice.sizes())), slice);
    }
    return result;
  }

  /**
   * Element {@code [.., index[.., i, ..], ..]} of {@code self} for each element of {@code index}.
   */
  public static Tensor gather(Tensor self, long dim, Tensor index, boolean sparseGrad) {
    Tensor result = Views.zeros(self, index.sizes());
    if (index.numel() == 0) {
      return result;
    }
    int d = self.dimension(dim);
    checkGather("gather", self, d, index);
    Cells cells = new Cells(self, result);
    new Odometer(index, d).each(self, "gather", (at, position) -> cells.copy(position, at, 1));
    return result;
  }

  /** {@code self} with the elements of {@code src} written where {@code index} says. */
  public static Tensor scatter(Tensor self, long dim, Tensor index, Tensor src) {
    Tensor result = Views.copy(self);
    if (index.numel() == 0) {
      return result;
    }
    int d = self.dimension(dim);
    Tensor used = leading("scatter", src, index);
    Cells cells = new Cells(used, result);
    new Odometer(index, d).each(result, "scatter", (at, position) -> cells.copy(at, position, 1));
    return result;
  }

  /** {@code self} with {@code value} written where {@code index} says. */
  public static Tensor scatter(Tensor self, long dim, Tensor index, Number value) {
    Tensor values = Views.zeros(self, index.sizes());
    Backends.of(self.device()).fill(values.strided(), value);
    return scatter(self, dim, index, values);
  }

  /** {@code self} with the elements of {@code src} added where {@code index} says. */
  public static Tensor scatterAdd(Tensor self, long dim, Tensor index, Tensor src) {
    Tensor sum = summing(self);
    if (index.numel() == 0) {
      return back(sum, self);
    }
    int d = self.dimension(dim);
    Cells cells = new Cells(leading("scatter_add", summing(src), index), sum);
    new Odometer(index, d).each(sum, "scatter_add", (at, position) -> cells.add(at, position, 1));
    return back(sum, self);
  }

  /** Elements that tensors of indices and masks name; a null takes all of its dimension. */
  public static Tensor index(Tensor self, List<@Nullable Tensor> indices) {
    Advanced plan = Advanced.of(self, indices);
    Tensor x = Views.contiguous(ShapeForward.permute(self, plan.order()));
    Tensor rows = Views.zeros(self, plan.rowSizes());
    Cells cells = new Cells(x, rows);
    int inner = plan.inner();
    int at = 0;
    for (long row : plan.rows()) {
      cells.copy((int) row * inner, at++ * inner, inner);
    }
    return plan.placed(rows);
  }

  /** {@code self} with {@code values}, which broadcast, written or added where indices say. */
  public static Tensor indexPut(
      Tensor self, List<@Nullable Tensor> indices, Tensor values, boolean accumulate) {
    Advanced plan = Advanced.of(self, indices);
    Tensor sum = accumulate ? summing(self) : Views.copy(self);
    Tensor x = Views.contiguous(ShapeForward.permute(sum, plan.order()));
    Tensor wide = Tensor.wrap(values.strided().expand(plan.resultSizes()));
    Tensor rows = Views.contiguous(plan.unplaced(wide));
    if (rows.dtype() != sum.dtype()) {
      if (!accumulate || rows.dtype() != self.dtype()) {
        throw new IllegalArgumentException(
            "Index put requires the source and destination dtypes match, got %s for the destination and %s for the source."
                .formatted(self.dtype().printName(), values.dtype().printName()));
      }
      rows = Views.copy(rows, sum.dtype());
    }
    Cells cells = new Cells(rows, x);
    int inner = plan.inner();
    int at = 0;
    for (long row : plan.rows()) {
      if (accumulate) {
        cells.add(at++ * inner, (int) row * inner, inner);
      } else {
        cells.copy(at++ * inner, (int) row * inner, inner);
      }
    }
    Tensor target = ShapeForward.permute(sum, plan.order());
    if (target.strided().storage() != x.strided().storage()) {
      Views.copy(x, target);
    }
    return back(sum, self);
  }

  /** The elements where {@code mask}, which broadcasts, is true. */
  public static Tensor maskedSelect(Tensor self, Tensor mask) {
    checkMask("masked_select", mask);
    long[] sizes = Broadcast.sizes("masked_select", self, mask);
    Tensor x = Tensor.wrap(self.strided().expand(sizes));
    Tensor wide = Tensor.wrap(mask.strided().expand(sizes));
    if (sizes.length == 0) {
      x = ShapeForward.reshape(x, new long[] {1});
      wide = ShapeForward.reshape(wide, new long[] {1});
    }
    return index(x, List.of(wide));
  }

  /** {@code self} with the elements of {@code source}, in order, where {@code mask} is true. */
  public static Tensor maskedScatter(Tensor self, Tensor mask, Tensor source) {
    checkMask("masked_scatter", mask);
    long[] sizes = Broadcast.sizes("masked_scatter", self, mask);
    Tensor result = Views.copy(Tensor.wrap(self.strided().expand(sizes)));
    boolean[] truths = Tensor.wrap(mask.strided().expand(sizes)).toBooleanArray();
    Cells cells = new Cells(Views.copy(source), result);
    int next = 0;
    for (int i = 0; i < truths.length; i++) {
      if (truths[i]) {
        if (next == source.numel()) {
          throw new ShapeException(
              "masked_scatter: expected self and source to have same dtypes and source to have as"
                  + " many elements as the mask has ones, but it has only "
                  + next);
        }
        cells.copy(next++, i, 1);
      }
    }
    return result;
  }

  /** Elements of the tensor as if it had one dimension. */
  public static Tensor take(Tensor self, Tensor index) {
    Tensor flat = ShapeForward.reshape(self, new long[] {-1});
    Tensor at = wrapped("take", ShapeForward.reshape(index, new long[] {-1}), self.numel());
    for (long place : at.toLongArray()) {
      if (place < 0 || place >= self.numel()) {
        throw new IndexOutOfBoundsException(
            "take: out of range: tried to access index %d on a tensor of %d elements"
                .formatted(place, self.numel()));
      }
    }
    return ShapeForward.view(indexSelect(flat, 0, at), index.sizes());
  }

  /** As {@link #gather}, with broadcasting; without {@code dim}, of all flattened. */
  public static Tensor takeAlongDim(Tensor self, Tensor indices, @Nullable Long dim) {
    if (dim == null) {
      Tensor flat = ShapeForward.reshape(self, new long[] {-1});
      return gather(flat, 0, ShapeForward.reshape(indices, new long[] {-1}), false);
    }
    int d = self.dimension(dim);
    long[] own = Views.replaced(self.sizes(), d, 1);
    long[] others = Views.replaced(indices.sizes(), d, 1);
    long[] common = Broadcast.sizes("take_along_dim", own, others);
    long[] selfSizes = Views.replaced(common, d, self.size(d));
    long[] indexSizes = Views.replaced(common, d, indices.size(d));
    return gather(
        Tensor.wrap(self.strided().expand(selfSizes)),
        d,
        Views.contiguous(Tensor.wrap(indices.strided().expand(indexSizes))),
        false);
  }

  /** The indices of all elements that are not 0, one row each. */
  public static Tensor nonzero(Tensor self) {
    boolean[] truths = self.toBooleanArray();
    int rank = self.dim();
    int count = 0;
    for (boolean truth : truths) {
      count += truth ? 1 : 0;
    }
    long[] found = new long[count * rank];
    int at = 0;
    for (int i = 0; i < truths.length; i++) {
      if (truths[i]) {
        long rest = i;
        for (int d = rank - 1; d >= 0; d--) {
          found[at * rank + d] = rest % self.size(d);
          rest /= self.size(d);
        }
        at++;
      }
    }
    return Tensor.wrap(Strided.contiguous(HeapStorage.of(found), count, rank));
  }

  /**
   * A 1 at the place that each whole number names, among {@code numClasses} zeros; −1: as needed.
   */
  public static Tensor oneHot(Tensor self, long numClasses) {
    long[] classes = self.toLongArray();
    long highest = -1;
    for (long c : classes) {
      if (c < 0) {
        throw new IllegalArgumentException("Class values must be non-negative.");
      }
      highest = Math.max(highest, c);
    }
    long count = numClasses == -1 ? highest + 1 : numClasses;
    if (highest >= count || count <= 0) {
      throw new IllegalArgumentException(
          "Class values must be smaller than num_classes: %d of %d".formatted(highest, count));
    }
    long[] hot = new long[Math.toIntExact(classes.length * count)];
    for (int i = 0; i < classes.length; i++) {
      hot[(int) (i * count + classes[i])] = 1;
    }
    return Tensor.fromBlob(hot, Views.with(self.sizes(), self.dim(), count));
  }

  /** The elements where {@code mask} is true, in order, and zeros behind them, as {@code size}. */
  public static Tensor maskedScatterBackward(Tensor dy, Tensor mask, long[] size) {
    Tensor taken = maskedSelect(dy, mask);
    Tensor grad = Views.zeros(dy, Strided.count(size));
    long count = Math.min(taken.numel(), grad.numel());
    Views.copy(
        ShapeForward.slice(taken, 0, 0L, count, 1), ShapeForward.slice(grad, 0, 0L, count, 1));
    return ShapeForward.view(grad, size);
  }

  /** The gradient of {@link #takeAlongDim}'s input, of {@code size}. */
  public static Tensor takeAlongDimBackward(
      Tensor dy, long[] size, Tensor indices, @Nullable Long dim) {
    if (dim == null) {
      Tensor zeros = Views.zeros(dy, Strided.count(size));
      long[] flat = {-1};
      Tensor at = ShapeForward.reshape(indices, flat);
      Tensor grad = scatterAdd(zeros, 0, at, ShapeForward.reshape(dy, flat));
      return ShapeForward.view(grad, size);
    }
    int d = Views.dimension(dim, size.length);
    long[] wide = Views.replaced(dy.sizes(), d, size.length == 0 ? 1 : size[d]);
    Tensor at = Views.contiguous(Tensor.wrap(indices.strided().expand(dy.sizes())));
    return ShapeForward.sumTo(scatterAdd(Views.zeros(dy, wide), d, at, dy), size);
  }

  // What they have in common.

  private static void checkMask(String op, Tensor mask) {
    if (mask.dtype() != DType.BOOL) {
      throw new IllegalArgumentException(
          op + ": expected BoolTensor for mask, but it is " + mask.dtype());
    }
  }

  private static void checkSlices(String op, Tensor self, int d, int count, Tensor source) {
    long[] wanted = self.dim() == 0 ? new long[0] : Views.replaced(self.sizes(), d, count);
    if (source.numel() != Strided.count(wanted)) {
      throw new ShapeException(
          "%s: source is %s; self %s with %d indices along dimension %d asks for %s"
              .formatted(
                  op,
                  Arrays.toString(source.strided().sizes()),
                  Arrays.toString(self.strided().sizes()),
                  count,
                  d,
                  Arrays.toString(wanted)));
    }
  }

  private static void checkGather(String op, Tensor self, int d, Tensor index) {
    boolean fits = Math.max(self.dim(), 1) == Math.max(index.dim(), 1);
    for (int e = 0; fits && e < index.dim(); e++) {
      fits = e == d || self.dim() == 0 || index.size(e) <= self.size(e);
    }
    if (!fits) {
      throw new ShapeException(
          "%s: Size does not match at dimension: index is %s, self is %s, apart from dimension %d"
              .formatted(
                  op,
                  Arrays.toString(index.strided().sizes()),
                  Arrays.toString(self.strided().sizes()),
                  d));
    }
  }

  /** The part of {@code src} that {@code index} covers, row by row. */
  private static Tensor leading(String op, Tensor src, Tensor index) {
    checkGather(op, src, -1, index);
    Tensor part = src;
    for (int d = 0; d < index.dim() && src.dim() > 0; d++) {
      part = ShapeForward.slice(part, d, 0L, index.size(d), 1);
    }
    return Views.copy(part);
  }

  /** A size; a tensor without any counts as one of size 1. */
  private static long size(Tensor x, int d) {
    return x.dim() == 0 ? 1 : x.size(d);
  }

  /** Indices from 0, checked. */
  private static long[] indices(String op, Tensor index, long size) {
    long[] values = wholes(op, index).toLongArray();
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] >= size) {
        throw new IndexOutOfBoundsException(
            "%s: index %d is out of range for dimension of size %d".formatted(op, values[i], size));
      }
    }
    return values;
  }

  private static Tensor wrapped(String op, Tensor index, long size) {
    long[] values = wholes(op, index).toLongArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += values[i] < 0 ? size : 0;
    }
    return Tensor.of(values);
  }

  private static Tensor wholes(String op, Tensor index) {
    if (!index.dtype().isIntegral()) {
      throw new IllegalArgumentException(
          op + "(): Expected dtype int32 or int64 for index, but it is " + index.dtype());
    }
    return index;
  }

  /** A copy of a dtype that sums are made in. */
  private static Tensor summing(Tensor x) {
    return switch (x.dtype()) {
      case F32, F64, I64 -> Views.copy(x);
      case F16, BF16 -> Views.copy(x, DType.F32);
      default -> Views.copy(x, DType.I64);
    };
  }

  private static Tensor back(Tensor sum, Tensor self) {
    return sum.dtype() == self.dtype() ? sum : Views.copy(sum, self.dtype());
  }

  private static Tensor scaled(Tensor x, Number alpha) {
    if (alpha.doubleValue() == 1) {
      return x;
    }
    switch (x.dtype()) {
      case F32 -> {
        float[] values = x.strided().storage().floats();
        for (int i = 0; i < values.length; i++) {
          values[i] *= alpha.floatValue();
        }
      }
      case F64 -> {
        double[] values = x.strided().storage().doubles();
        for (int i = 0; i < values.length; i++) {
          values[i] *= alpha.doubleValue();
        }
      }
      default -> {
        long[] values = x.strided().storage().longs();
        for (int i = 0; i < values.length; i++) {
          values[i] *= alpha.longValue();
        }
      }
    }
    return x;
  }
}
