package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Ops that give the same elements in another shape: views, as in PyTorch. */
public final class ShapeReference {
  private ShapeReference() {}

  /** {@code reshape(self, shape)}, and view; one size may be −1. */
  public static NdArray reshape(Arguments in) {
    return in.array(0).reshape(inferred(in.integers(1), in.array(0).count()));
  }

  private static long[] inferred(long[] sizes, long count) {
    long known = LongStream.of(sizes).filter(size -> size != -1).reduce(1, (a, b) -> a * b);
    return LongStream.of(sizes)
        .map(size -> size == -1 && known > 0 ? count / known : size)
        .toArray();
  }

  /** {@code flatten(self, start_dim, end_dim)}. */
  public static NdArray flatten(Arguments in) {
    NdArray self = in.array(0);
    if (self.rank() == 0) {
      return self.reshape(1);
    }
    int start = self.dim(in.integer(1));
    int end = self.dim(in.integer(2));
    long[] before = Arrays.copyOf(self.sizes(), start);
    long[] flat = Arrays.copyOfRange(self.sizes(), start, end + 1);
    long[] after = Arrays.copyOfRange(self.sizes(), end + 1, self.rank());
    return self.reshape(Index.join(Index.join(before, NdArray.count(flat)), after));
  }

  /** {@code unflatten(self, dim, sizes)}. */
  public static NdArray unflatten(Arguments in) {
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(1));
    long[] sizes = inferred(in.integers(2), self.size(dim));
    long[] before = Arrays.copyOf(self.sizes(), dim);
    long[] after = Arrays.copyOfRange(self.sizes(), dim + 1, self.rank());
    return self.reshape(Index.join(Index.join(before, sizes), after));
  }

  /** {@code permute(self, dims)}. */
  public static NdArray permute(Arguments in) {
    NdArray self = in.array(0);
    return permute(self, LongStream.of(in.integers(1)).mapToInt(self::dim).toArray());
  }

  private static NdArray permute(NdArray self, int... dims) {
    long[] sizes = IntStream.of(dims).mapToLong(dim -> self.sizes()[dim]).toArray();
    long[] strides = IntStream.of(dims).mapToLong(dim -> self.strides()[dim]).toArray();
    return self.view(sizes, strides, 0);
  }

  /** {@code transpose(self, dim0, dim1)}. */
  public static NdArray transpose(Arguments in) {
    return transpose(in.array(0), in.integer(1), in.integer(2));
  }

  static NdArray transpose(NdArray self, long dim0, long dim1) {
    if (self.rank() == 0) {
      return self;
    }
    int[] dims = IntStream.range(0, self.rank()).toArray();
    dims[self.dim(dim0)] = self.dim(dim1);
    dims[self.dim(dim1)] = self.dim(dim0);
    return permute(self, dims);
  }

  /** {@code t(self)}. */
  public static NdArray t(Arguments in) {
    return in.array(0).rank() < 2 ? in.array(0) : transpose(in.array(0), 0, 1);
  }

  /** {@code movedim(self, source, destination)}, of lists. */
  public static NdArray movedim(Arguments in) {
    NdArray self = in.array(0);
    long[] source = in.integers(1);
    long[] destination = in.integers(2);
    int[] dims = new int[self.rank()];
    Arrays.fill(dims, -1);
    for (int i = 0; i < source.length; i++) {
      dims[self.dim(destination[i])] = self.dim(source[i]);
    }
    List<Integer> rest = new ArrayList<>(IntStream.range(0, self.rank()).boxed().toList());
    IntStream.of(dims).forEach(dim -> rest.remove((Integer) dim));
    for (int i = 0; i < dims.length; i++) {
      dims[i] = dims[i] < 0 ? rest.remove(0) : dims[i];
    }
    return permute(self, dims);
  }

  /** {@code squeeze(self)} and {@code squeeze(self, dim)}. */
  public static NdArray squeeze(Arguments in) {
    NdArray self = in.array(0);
    int only = in.values().size() > 1 ? self.dim(in.integer(1)) : -1;
    int[] kept =
        IntStream.range(0, self.rank())
            .filter(dim -> self.size(dim) != 1 || only >= 0 && dim != only)
            .toArray();
    return permute(self, kept);
  }

  /** {@code unsqueeze(self, dim)}. */
  public static NdArray unsqueeze(Arguments in) {
    return unsqueeze(in.array(0), in.integer(1));
  }

  static NdArray unsqueeze(NdArray self, long dim) {
    int at = NdArray.dim(dim, self.rank() + 1);
    return self.view(Index.with(self.sizes(), at, 1), Index.with(self.strides(), at, 1), 0);
  }

  /** {@code expand(self, size)}. */
  public static NdArray expand(Arguments in) {
    return in.array(0).expand(in.integers(1));
  }

  /** {@code select(self, dim, index)}. */
  public static NdArray select(Arguments in) {
    return select(in.array(0), in.integer(1), in.integer(2));
  }

  static NdArray select(NdArray self, long where, long index) {
    int dim = self.dim(where);
    long size = self.size(dim);
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException(
          "select(): index %d out of range for tensor of size %s at dimension %d"
              .formatted(index, Arrays.toString(self.sizes()), dim));
    }
    long start = (index < 0 ? index + size : index) * self.strides()[dim];
    return self.view(Index.without(self.sizes(), dim), Index.without(self.strides(), dim), start);
  }

  /** {@code slice(self, dim, start, end, step)}. */
  public static NdArray slice(Arguments in) {
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(1));
    long size = self.size(dim);
    long start = place(in.integer(2, 0), size);
    long end = Math.max(start, place(in.integer(3, Long.MAX_VALUE), size));
    return slice(self, dim, start, end, in.integer(4));
  }

  private static long place(long at, long size) {
    return Math.max(0, Math.min(at < 0 ? at + size : at, size));
  }

  static NdArray slice(NdArray self, int dim, long start, long end, long step) {
    long stride = self.strides()[dim];
    long length = (end - start + step - 1) / step;
    return self.view(
        Index.put(self.sizes(), dim, length),
        Index.put(self.strides(), dim, stride * step),
        start * stride);
  }

  /** {@code narrow(self, dim, start, length)}. */
  public static NdArray narrow(Arguments in) {
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(1));
    long start = in.integer(2) < 0 ? in.integer(2) + self.size(dim) : in.integer(2);
    if (in.integer(3) < 0 || start + in.integer(3) > self.size(dim)) {
      throw new IllegalArgumentException(
          "start (%d) + length (%d) exceeds dimension size (%d)."
              .formatted(start, in.integer(3), self.size(dim)));
    }
    return slice(self, dim, start, start + in.integer(3), 1);
  }

  /** {@code diagonal(self, offset, dim1, dim2)}. */
  public static NdArray diagonal(Arguments in) {
    return diagonal(in.array(0), in.integer(1), in.integer(2), in.integer(3));
  }

  static NdArray diagonal(NdArray self, long offset, long dim1, long dim2) {
    int first = self.dim(dim1);
    int second = self.dim(dim2);
    long length =
        Math.max(
            0,
            offset >= 0
                ? Math.min(self.size(first), self.size(second) - offset)
                : Math.min(self.size(first) + offset, self.size(second)));
    long start = offset >= 0 ? offset * self.strides()[second] : -offset * self.strides()[first];
    int high = Math.max(first, second);
    int low = Math.min(first, second);
    long stride = self.strides()[first] + self.strides()[second];
    return self.view(
        Index.join(Index.without(Index.without(self.sizes(), high), low), length),
        Index.join(Index.without(Index.without(self.strides(), high), low), stride),
        length == 0 ? 0 : start);
  }

  /** {@code unfold(self, dimension, size, step)}. */
  public static NdArray unfold(Arguments in) {
    NdArray self = in.array(0).rank() == 0 ? in.array(0).reshape(1) : in.array(0);
    int dim = self.dim(in.integer(1));
    long stride = self.strides()[dim];
    long windows = (self.size(dim) - in.integer(2)) / in.integer(3) + 1;
    NdArray windowed =
        self.view(
            Index.join(Index.put(self.sizes(), dim, windows), in.integer(2)),
            Index.join(Index.put(self.strides(), dim, stride * in.integer(3)), stride),
            0);
    return in.array(0).rank() == 0 ? select(windowed, 0, 0) : windowed;
  }

  /** {@code split(self, split_size, dim)}. */
  public static List<NdArray> split(Arguments in) {
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(2));
    return parts(self, dim, equal(self.size(dim), in.integer(1)));
  }

  /** {@code split_with_sizes(self, split_sizes, dim)}. */
  public static List<NdArray> splitWithSizes(Arguments in) {
    return parts(in.array(0), in.array(0).dim(in.integer(2)), in.integers(1));
  }

  /** {@code chunk(self, chunks, dim)}. */
  public static List<NdArray> chunk(Arguments in) {
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(2));
    long each = (self.size(dim) + in.integer(1) - 1) / in.integer(1);
    return parts(self, dim, equal(self.size(dim), Math.max(1, each)));
  }

  private static long[] equal(long size, long each) {
    long count = Math.max(1, (size + each - 1) / each);
    return LongStream.range(0, count).map(i -> Math.min(each, size - i * each)).toArray();
  }

  private static List<NdArray> parts(NdArray self, int dim, long[] lengths) {
    List<NdArray> parts = new ArrayList<>();
    long start = 0;
    for (long length : lengths) {
      parts.add(slice(self, dim, start, start + length, 1));
      start += length;
    }
    return parts;
  }

  /** {@code unbind(self, dim)}. */
  public static List<NdArray> unbind(Arguments in) {
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(1));
    return LongStream.range(0, self.size(dim)).mapToObj(i -> select(self, dim, i)).toList();
  }

  /** {@code cat(tensors, dim)}. */
  public static NdArray cat(Arguments in) {
    List<NdArray> all =
        in.arrays(0).stream().filter(each -> each.rank() != 1 || each.count() > 0).toList();
    if (all.isEmpty()) {
      return in.arrays(0).get(0);
    }
    return cat(all, all.get(0).dim(in.integer(1)));
  }

  private static NdArray cat(List<NdArray> all, int dim) {
    long total = all.stream().mapToLong(each -> each.size(dim)).sum();
    NdArray first = all.get(0);
    NdArray made =
        NdArray.zeros(Promotion.of(all, List.of()), Index.put(first.sizes(), dim, total));
    long start = 0;
    for (NdArray each : all) {
      slice(made, dim, start, start + each.size(dim), 1).copyFrom(each);
      start += each.size(dim);
    }
    return made;
  }

  /** {@code stack(tensors, dim)}. */
  public static NdArray stack(Arguments in) {
    List<NdArray> all = in.arrays(0);
    int dim = NdArray.dim(in.integer(1), all.get(0).rank() + 1);
    return cat(all.stream().map(each -> unsqueeze(each, dim)).toList(), dim);
  }

  /** {@code clone(self)}. */
  public static NdArray copy(Arguments in) {
    return in.array(0).copy();
  }

  /** Ops that give their input itself: detach, alias, contiguous on rows. */
  public static NdArray same(Arguments in) {
    return in.array(0);
  }

  /** {@code contiguous(self)}: a copy only if it does not lie in rows. */
  public static NdArray contiguous(Arguments in) {
    NdArray self = in.array(0);
    return Arrays.equals(self.strides(), NdArray.rowMajor(self.sizes())) ? self : self.copy();
  }

  /** {@code copy_(self, src)}. */
  public static NdArray copyInto(Arguments in) {
    in.array(0).copyFrom(in.array(1));
    return in.array(0);
  }

  /** {@code self} in {@code dtype}: itself if it is so already and no copy is asked for. */
  public static NdArray to(NdArray self, DType dtype, boolean copy) {
    return self.dtype() == dtype && !copy ? self : self.as(dtype);
  }

  /** {@code size(self)}, and {@code size(self, dim)}. */
  public static Object size(Arguments in) {
    return in.values().size() == 1
        ? list(in.array(0).sizes())
        : (Object) in.array(0).size(in.array(0).dim(in.integer(1)));
  }

  /** {@code stride(self)}, and {@code stride(self, dim)}. */
  public static Object stride(Arguments in) {
    return in.values().size() == 1
        ? list(in.array(0).strides())
        : (Object) in.array(0).strides()[in.array(0).dim(in.integer(1))];
  }

  private static List<Object> list(long[] values) {
    return new ArrayList<>(LongStream.of(values).boxed().toList());
  }

  /** {@code item(self)}. */
  public static Object item(Arguments in) {
    return single(in).get(0L);
  }

  /** The first argument, which has one element. */
  public static NdArray single(Arguments in) {
    return one(in, "a Tensor with %d elements cannot be converted to Scalar");
  }

  /** {@code Bool(self)}. */
  public static Object truth(Arguments in) {
    return one(in, "Boolean value of Tensor with %d values is ambiguous").real(0L) != 0;
  }

  private static NdArray one(Arguments in, String message) {
    if (in.array(0).count() != 1) {
      throw new IllegalArgumentException(message.formatted(in.array(0).count()));
    }
    return in.array(0);
  }
}
