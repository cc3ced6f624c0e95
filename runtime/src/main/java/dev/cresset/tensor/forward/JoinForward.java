package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Promotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tensors made by putting tensors together, repeating them, or moving their elements about. */
public final class JoinForward {
  private JoinForward() {}

  /** One after the other along {@code dim}. */
  public static Tensor cat(List<Tensor> tensors, long dim) {
    if (tensors.isEmpty()) {
      throw new IllegalArgumentException("torch.cat(): expected a non-empty list of Tensors");
    }
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      Tensor tensor = tensors.get(i);
      if (tensor.dim() == 0) {
        throw new ShapeException(
            "zero-dimensional tensor (at position %d) cannot be concatenated".formatted(i));
      }
      if (tensor.dim() != 1 || tensor.numel() != 0) { // a historical exception of torch's
        parts.add(tensor);
      }
    }
    DType dtype = Promotion.of(tensors.toArray(new Tensor[0]));
    if (parts.isEmpty()) {
      return Tensor.wrap(Strided.allocate(dtype, tensors.get(0).device(), 0));
    }
    Tensor first = parts.get(0);
    int d = first.dimension(dim);
    long total = 0;
    for (int i = 0; i < parts.size(); i++) {
      checkAlike(first, parts.get(i), d, tensors.indexOf(parts.get(i)));
      total += parts.get(i).strided().sizes()[d];
    }
    long[] sizes = Views.replaced(first.strided().sizes(), d, total);
    Tensor result = Tensor.wrap(Strided.allocate(dtype, first.device(), sizes));
    long at = 0;
    for (Tensor part : parts) {
      long end = at + part.size(d);
      Views.copy(part, ShapeForward.slice(result, d, at, end, 1));
      at = end;
    }
    return result;
  }

  private static void checkAlike(Tensor first, Tensor part, int except, int number) {
    if (part.dim() != first.dim()) {
      throw new ShapeException(
          "Tensors must have same number of dimensions: got %d and %d (%s, and %s as tensor number %d in the list)"
              .formatted(
                  first.dim(),
                  part.dim(),
                  Arrays.toString(first.sizes()),
                  Arrays.toString(part.sizes()),
                  number));
    }
    for (int d = 0; d < first.dim(); d++) {
      if (d != except && part.size(d) != first.size(d)) {
        throw new ShapeException(
            "Sizes of tensors must match except in dimension %d. Expected size %d but got size %d for tensor number %d in the list: %s beside %s"
                .formatted(
                    except,
                    first.size(d),
                    part.size(d),
                    number,
                    Arrays.toString(part.sizes()),
                    Arrays.toString(first.sizes())));
      }
    }
  }

  /** Along a new dimension. */
  public static Tensor stack(List<Tensor> tensors, long dim) {
    if (tensors.isEmpty()) {
      throw new IllegalArgumentException("stack expects a non-empty TensorList");
    }
    long[] sizes = tensors.get(0).strided().sizes();
    List<Tensor> wide = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      if (!Arrays.equals(sizes, tensors.get(i).strided().sizes())) {
        throw new ShapeException(
            "stack expects each tensor to be equal size, but got %s at entry 0 and %s at entry %d"
                .formatted(
                    Arrays.toString(sizes), Arrays.toString(tensors.get(i).strided().sizes()), i));
      }
      wide.add(ShapeForward.unsqueeze(tensors.get(i), dim));
    }
    return cat(wide, Views.dimension(dim, sizes.length + 1));
  }

  /** The whole tensor, so many times along each dimension. */
  public static Tensor repeat(Tensor self, long[] repeats) {
    int extra = repeats.length - self.dim();
    if (extra < 0) {
      throw new ShapeException(
          "Number of dimensions of repeat dims can not be smaller than number of dimensions of"
              + " tensor");
    }
    long[] sizes = new long[repeats.length];
    long[] paired = new long[2 * repeats.length]; // [times, size] for each dimension
    long[] times = new long[2 * repeats.length];
    for (int d = 0; d < repeats.length; d++) {
      long own = d < extra ? 1 : self.strided().size(d - extra);
      if (repeats[d] < 0) {
        throw new ShapeException("repeat: negative count " + Arrays.toString(repeats));
      }
      sizes[d] = own * repeats[d];
      paired[2 * d] = 1;
      paired[2 * d + 1] = own;
      times[2 * d] = repeats[d];
      times[2 * d + 1] = own;
    }
    Tensor source = ShapeForward.expand(ShapeForward.reshape(self, paired), times, false);
    Tensor result = Views.zeros(self, sizes);
    Views.copy(source, ShapeForward.view(result, times));
    return result;
  }

  /** Each element of {@code dim} so many times in a row; without {@code dim}, of all flattened. */
  public static Tensor repeatInterleave(
      Tensor self, long repeats, @Nullable Long dim, @Nullable Long outputSize) {
    Tensor x = dim == null ? ShapeForward.reshape(self, new long[] {-1}) : self;
    int d = x.dimension(dim == null ? 0 : dim);
    long[] counts = new long[(int) x.size(d)];
    Arrays.fill(counts, repeats);
    return repeatInterleave(x, Tensor.of(counts), (long) d, outputSize);
  }

  /** Each element of {@code dim} as many times in a row as {@code repeats} says. */
  public static Tensor repeatInterleave(
      Tensor self, Tensor repeats, @Nullable Long dim, @Nullable Long outputSize) {
    Tensor x = dim == null ? ShapeForward.reshape(self, new long[] {-1}) : self;
    int d = x.dimension(dim == null ? 0 : dim);
    long[] counts = repeats.toLongArray();
    long size = x.size(d);
    if (counts.length != size && counts.length != 1) {
      throw new ShapeException(
          "repeats must have the same size as input along dim, but it has %d for %d"
              .formatted(counts.length, size));
    }
    List<Long> index = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      long count = counts[counts.length == 1 ? 0 : (int) i];
      if (count < 0) {
        throw new IllegalArgumentException("repeats can not be negative, but one is " + count);
      }
      for (long k = 0; k < count; k++) {
        index.add(i);
      }
    }
    if (outputSize != null && outputSize != index.size()) {
      throw new ShapeException(
          "repeat_interleave: output_size is %d, but the repeats make %d"
              .formatted(outputSize, index.size()));
    }
    Tensor indices = Tensor.of(index.stream().mapToLong(i -> i).toArray());
    return IndexForward.indexSelect(x, d, indices);
  }

  /** Dimensions backwards. */
  public static Tensor flip(Tensor self, long[] dims) {
    Strided x = self.strided();
    long[] strides = self.strides();
    long offset = x.offset();
    for (long dim : dims) {
      int d = self.dimension(dim);
      if (self.dim() == 0) {
        continue; // one element turned about is itself
      }
      offset += Math.max(0, x.size(d) - 1) * x.strides()[d];
      strides[d] = -strides[d];
    }
    return self.numel() == 0
        ? Views.copy(self)
        : Views.copy(Views.of(self, self.sizes(), strides, offset));
  }

  /** Elements moved on by {@code shifts}, those that fall off put in front. */
  public static Tensor roll(Tensor self, long[] shifts, long[] dims) {
    if (dims.length == 0) {
      Tensor flat = ShapeForward.reshape(self, new long[] {-1});
      return ShapeForward.view(roll(flat, shifts, new long[] {0}), self.sizes());
    }
    Tensor result = self;
    for (int i = 0; i < dims.length; i++) {
      int d = self.dimension(dims[i]);
      long size = self.size(d);
      if (size == 0) {
        continue;
      }
      long start = Math.floorMod(-shifts[i], size);
      result =
          cat(
              List.of(
                  ShapeForward.slice(result, d, start, size, 1),
                  ShapeForward.slice(result, d, 0L, start, 1)),
              d);
    }
    return result == self ? Views.copy(self) : result;
  }

  /** A matrix's lower triangle, up to {@code diagonal}; the rest is 0. */
  public static Tensor tril(Tensor self, long diagonal) {
    return triangle(self, diagonal, true);
  }

  /** A matrix's upper triangle, from {@code diagonal} on; the rest is 0. */
  public static Tensor triu(Tensor self, long diagonal) {
    return triangle(self, diagonal, false);
  }

  private static Tensor triangle(Tensor self, long diagonal, boolean lower) {
    if (self.dim() < 2) {
      throw new ShapeException("tril: input tensor must have at least 2 dimensions");
    }
    Tensor result = Views.zeros(self, self.sizes());
    int row = self.dim() - 2;
    long columns = self.size(-1);
    for (long r = 0; r < self.size(row); r++) {
      long border = Math.max(0, Math.min(columns, r + diagonal + (lower ? 1 : 0)));
      long from = lower ? 0 : border;
      long to = lower ? border : columns;
      Views.copy(
          ShapeForward.slice(ShapeForward.select(self, row, r), -1, from, to, 1),
          ShapeForward.slice(ShapeForward.select(result, row, r), -1, from, to, 1));
    }
    return result;
  }

  /** A vector as a diagonal, or a matrix's diagonal. */
  public static Tensor diag(Tensor self, long diagonal) {
    if (self.dim() == 2) {
      return Views.copy(ShapeForward.diagonal(self, diagonal, 0, 1));
    }
    if (self.dim() != 1) {
      throw new ShapeException("diag(): Supports 1D or 2D tensors. Got " + self.dim() + "D");
    }
    return diagEmbed(self, diagonal, -2, -1);
  }

  /** The last dimension as a diagonal of two new ones. */
  public static Tensor diagEmbed(Tensor self, long offset, long dim1, long dim2) {
    int rank = self.dim() + 1;
    int a = Views.dimension(dim1, rank);
    int b = Views.dimension(dim2, rank);
    long side = self.size(-1) + Math.abs(offset);
    long[] sizes = new long[rank];
    int from = 0;
    for (int d = 0; d < rank; d++) {
      sizes[d] = d == a || d == b ? side : self.size(from++);
    }
    Tensor result = Views.zeros(self, sizes);
    Views.copy(self, ShapeForward.diagonal(result, offset, a, b));
    return result;
  }

  /** {@code value} put around; negative widths cut off. Widths begin at the last dimension. */
  public static Tensor constantPadNd(Tensor self, long[] pad, Number value) {
    int rank = self.dim();
    if (pad.length % 2 != 0 || pad.length > 2 * rank) {
      throw new ShapeException(
          "Length of pad must be even and no more than twice the number of dimensions of the input;"
              + " pad is %s, the input has %d".formatted(Arrays.toString(pad), rank));
    }
    long[] sizes = self.sizes();
    Tensor source = self;
    for (int i = 0; i < pad.length / 2; i++) {
      int d = rank - 1 - i;
      sizes[d] += pad[2 * i] + pad[2 * i + 1];
      if (sizes[d] < 0) {
        throw new ShapeException(
            "The input size %d, plus padding %d and %d, resulted in a negative output size"
                .formatted(self.size(d), pad[2 * i], pad[2 * i + 1]));
      }
      long cutFront = Math.max(0, -pad[2 * i]);
      long cutBack = Math.max(0, -pad[2 * i + 1]);
      source = ShapeForward.slice(source, d, cutFront, source.size(d) - cutBack, 1);
    }
    Tensor result = Views.zeros(self, sizes);
    Backends.of(self.device()).fill(result.strided(), value);
    Tensor inner = result;
    for (int i = 0; i < pad.length / 2; i++) {
      int d = rank - 1 - i;
      long front = Math.max(0, pad[2 * i]);
      inner = ShapeForward.slice(inner, d, front, front + source.size(d), 1);
    }
    Views.copy(source, inner);
    return result;
  }

  /**
   * Grids whose element [i, j, ..] is element i, j, .. of each vector; "xy" swaps the first two.
   */
  public static List<Tensor> meshgrid(List<Tensor> tensors, String indexing) {
    boolean swap = indexing.equals("xy") && tensors.size() > 1;
    List<Tensor> order = new ArrayList<>(tensors);
    if (swap) {
      order.set(0, tensors.get(1));
      order.set(1, tensors.get(0));
    }
    long[] sizes = order.stream().mapToLong(Tensor::numel).toArray();
    List<Tensor> grids = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      long[] own = new long[sizes.length];
      Arrays.fill(own, 1);
      own[i] = sizes[i];
      grids.add(ShapeForward.expand(ShapeForward.reshape(order.get(i), own), sizes, false));
    }
    if (swap) {
      Tensor first = grids.get(1);
      grids.set(1, grids.get(0));
      grids.set(0, first);
    }
    return grids;
  }

  /** Moved on by {@code by} along {@code dim}; what comes in is {@code fill}. */
  public static Tensor shift(Tensor self, long dim, long by, Number fill) {
    if (self.dim() == 0) {
      return by == 0 ? Views.copy(self) : FactoryForward.fill(self, fill);
    }
    int d = self.dimension(dim);
    long size = self.size(d);
    Tensor result = FactoryForward.fill(self, fill);
    if (Math.abs(by) < size) {
      Views.copy(
          ShapeForward.slice(self, d, Math.max(0, -by), size - Math.max(0, by), 1),
          ShapeForward.slice(result, d, Math.max(0, by), size - Math.max(0, -by), 1));
    }
    return result;
  }

  /**
   * Each tensor with sizes of 1 until it has {@code dims}, put where numpy puts them: in front, and
   * behind for the third.
   */
  public static List<Tensor> atLeast(List<Tensor> tensors, long dims) {
    List<Tensor> parts = new ArrayList<>();
    for (Tensor tensor : tensors) {
      Tensor x = dims >= 1 && tensor.dim() == 0 ? ShapeForward.unsqueeze(tensor, 0) : tensor;
      x = dims >= 2 && x.dim() == 1 ? ShapeForward.unsqueeze(x, 0) : x;
      x = dims >= 3 && x.dim() == 2 ? ShapeForward.unsqueeze(x, 2) : x;
      parts.add(x == tensor ? MemoryForward.alias(x) : x);
    }
    return parts;
  }

  /** Each tensor with the sizes of its counterpart. */
  public static List<Tensor> reshapeEachAs(List<Tensor> self, List<Tensor> other) {
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < self.size(); i++) {
      parts.add(ShapeForward.reshape(self.get(i), other.get(i).sizes()));
    }
    return parts;
  }

  /** The dimension that vectors, or all others, are put side by side along. */
  public static long hstackDim(List<Tensor> tensors) {
    return !tensors.isEmpty() && tensors.get(0).dim() == 1 ? 0 : 1;
  }

  /** The size of each tensor along {@code dim}; 0 for those that {@link #cat} leaves out. */
  public static long[] sizesAlong(List<Tensor> tensors, long dim) {
    long[] sizes = new long[tensors.size()];
    int rank = tensors.stream().mapToInt(Tensor::dim).max().orElse(1);
    int d = Views.dimension(dim, rank);
    for (int i = 0; i < sizes.length; i++) {
      Tensor tensor = tensors.get(i);
      sizes[i] = d < tensor.dim() ? tensor.size(d) : 0;
    }
    return sizes;
  }

  /** {@code size} with ones in front until it is as long as {@code other}. */
  public static long[] padSizes(long[] size, long[] other) {
    long[] padded = new long[Math.max(size.length, other.length)];
    Arrays.fill(padded, 1);
    System.arraycopy(size, 0, padded, padded.length - size.length, size.length);
    return padded;
  }

  /** Each number with the other sign. */
  public static long[] negated(long[] numbers) {
    return Arrays.stream(numbers).map(number -> -number).toArray();
  }

  // Gradients.

  /** The sum of what {@link #repeat} made of each element. */
  public static Tensor repeatBackward(Tensor dy, long[] size, long[] repeats) {
    int extra = repeats.length - size.length;
    long[] paired = new long[2 * repeats.length]; // [times, size] for each dimension
    long[] times = new long[repeats.length];
    for (int d = 0; d < repeats.length; d++) {
      paired[2 * d] = repeats[d];
      paired[2 * d + 1] = d < extra ? 1 : size[d - extra];
      times[d] = 2L * d;
    }
    if (repeats.length == 0) {
      return Views.copy(dy);
    }
    Tensor sum = ReductionForward.sum(ShapeForward.reshape(dy, paired), times, false, null);
    return ShapeForward.reshape(sum, size);
  }

  /** The sum of what {@link #repeatInterleave(Tensor, Tensor, Long, Long)} made of each slice. */
  public static Tensor repeatInterleaveBackward(
      Tensor dy, long[] size, Tensor repeats, @Nullable Long dim) {
    long[] sizes = dim == null ? new long[] {Strided.count(size)} : size.clone();
    Tensor zeros = Views.zeros(dy, sizes);
    int d = zeros.dimension(dim == null ? 0 : dim);
    Tensor numbers =
        FactoryForward.arange(zeros.dim() == 0 ? 1 : zeros.size(d), null, null, null, null);
    Tensor counts =
        repeats.numel() == 1
            ? ShapeForward.expand(
                ShapeForward.reshape(repeats, new long[] {1}), numbers.sizes(), false)
            : repeats;
    Tensor index = repeatInterleave(numbers, counts, 0L, null);
    Tensor grad = IndexForward.indexAdd(zeros, d, index, dy, 1);
    return ShapeForward.reshape(grad, size);
  }

  /** The gradient of {@link #diag}'s input, of {@code inputSizes}. */
  public static Tensor diagBackward(Tensor grad, long[] inputSizes, long diagonal) {
    if (inputSizes.length == 1) {
      return Views.copy(ShapeForward.diagonal(grad, diagonal, 0, 1));
    }
    return ShapeForward.diagonalBackward(grad, inputSizes, diagonal, 0, 1);
  }

  /** Each grid of {@link #meshgrid} summed to the vector that it came from. */
  public static List<Tensor> meshgridBackward(List<Tensor> dy, String indexing) {
    List<Tensor> sums = new ArrayList<>();
    boolean swap = indexing.equals("xy") && dy.size() > 1;
    for (int i = 0; i < dy.size(); i++) {
      int own = swap && i < 2 ? 1 - i : i;
      long[] others = new long[dy.size() - 1];
      for (int d = 0; d < others.length; d++) {
        others[d] = d < own ? d : d + 1L;
      }
      sums.add(
          others.length == 0
              ? Views.copy(dy.get(i))
              : ReductionForward.sum(dy.get(i), others, false, null));
    }
    return sums;
  }
}
