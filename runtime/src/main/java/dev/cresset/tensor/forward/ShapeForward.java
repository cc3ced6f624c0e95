package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of whole tensors and of parts, and their gradients. */
public final class ShapeForward {
  private ShapeForward() {}

  /** Other sizes over the same memory. */
  public static Tensor view(Tensor self, long[] size) {
    long[] sizes = Views.inferred(size, self.numel());
    long[] strides = Views.strides(self.strided(), sizes);
    if (strides == null) {
      throw new ShapeException(
          "view size is not compatible with input tensor's size and stride (at least one dimension"
              + " spans across two contiguous subspaces). Use .reshape(...) instead.");
    }
    return Views.of(self, sizes, strides, self.strided().offset());
  }

  /** Other sizes, over the same memory where that is possible. */
  public static Tensor reshape(Tensor self, long[] shape) {
    long[] sizes = Views.inferred(shape, self.numel());
    long[] strides = Views.strides(self.strided(), sizes);
    return strides == null
        ? view(Views.copy(self), sizes)
        : Views.of(self, sizes, strides, self.strided().offset());
  }

  /** Dimensions in another order. */
  public static Tensor permute(Tensor self, long[] dims) {
    int rank = self.dim();
    if (dims.length != rank) {
      String law = "input.dim() = %d is not equal to len(dims) = %d".formatted(rank, dims.length);
      throw new ShapeException(
          "permute: number of dimensions in the tensor input does not match the length of the"
              + " desired ordering of dimensions i.e. "
              + law);
    }
    long[] sizes = new long[rank];
    long[] strides = new long[rank];
    boolean[] seen = new boolean[rank];
    for (int d = 0; d < rank; d++) {
      int from = Views.dimension(dims[d], rank);
      if (seen[from]) {
        throw new ShapeException("permute(): duplicate dims are not allowed.");
      }
      seen[from] = true;
      sizes[d] = self.strided().size(from);
      strides[d] = self.strided().strides()[from];
    }
    return Views.of(self, sizes, strides, self.strided().offset());
  }

  /** Two dimensions exchanged. */
  public static Tensor transpose(Tensor self, long dim0, long dim1) {
    int a = self.dimension(dim0);
    int b = self.dimension(dim1);
    long[] sizes = self.sizes();
    long[] strides = self.strides();
    if (sizes.length > 0) {
      sizes[a] = self.strided().size(b);
      sizes[b] = self.strided().size(a);
      strides[a] = self.strided().strides()[b];
      strides[b] = self.strided().strides()[a];
    }
    return Views.of(self, sizes, strides, self.strided().offset());
  }

  /** A matrix transposed; vectors stay. */
  public static Tensor t(Tensor self) {
    if (self.dim() > 2) {
      throw new ShapeException(
          "t() expects a tensor with <= 2 dimensions, but self is " + self.dim() + "D");
    }
    return self.dim() < 2 ? MemoryForward.alias(self) : transpose(self, 0, 1);
  }

  /** Without sizes of 1. */
  public static Tensor squeeze(Tensor self) {
    int rank = self.dim();
    long[] sizes = new long[rank];
    long[] strides = new long[rank];
    int n = 0;
    for (int d = 0; d < rank; d++) {
      if (self.strided().size(d) != 1) {
        sizes[n] = self.strided().size(d);
        strides[n++] = self.strided().strides()[d];
      }
    }
    return Views.of(
        self, Arrays.copyOf(sizes, n), Arrays.copyOf(strides, n), self.strided().offset());
  }

  /** Without dimension {@code dim}, if its size is 1. */
  public static Tensor squeeze(Tensor self, long dim) {
    int d = self.dimension(dim);
    if (self.dim() == 0 || self.strided().size(d) != 1) {
      return MemoryForward.alias(self);
    }
    return Views.of(
        self,
        Views.without(self.strided().sizes(), d),
        Views.without(self.strided().strides(), d),
        self.strided().offset());
  }

  /** With a size of 1 put in at {@code dim}. */
  public static Tensor unsqueeze(Tensor self, long dim) {
    int d = Views.dimension(dim, self.dim() + 1);
    long[] sizes = self.strided().sizes();
    long stride = d < sizes.length ? sizes[d] * self.strided().strides()[d] : 1;
    return Views.of(
        self,
        Views.with(sizes, d, 1),
        Views.with(self.strided().strides(), d, stride),
        self.strided().offset());
  }

  /** Sizes of 1 repeated without a copy; −1 keeps a size. */
  public static Tensor expand(Tensor self, long[] size, boolean implicit) {
    long[] own = self.strided().sizes();
    int extra = size.length - own.length;
    if (extra < 0) {
      throw new ShapeException(
          "expand: the number of sizes provided (%d) must be greater or equal to the number of dimensions in the tensor (%d)"
              .formatted(size.length, own.length));
    }
    long[] wanted = size.clone();
    for (int d = 0; d < wanted.length; d++) {
      if (wanted[d] == -1 && d >= extra) {
        wanted[d] = own[d - extra];
      }
      if (wanted[d] < 0 || d >= extra && own[d - extra] != wanted[d] && own[d - extra] != 1) {
        throw new ShapeException(
            "The expanded size of the tensor (%d) must match the existing size at non-singleton dimension %d. Target sizes: %s. Tensor sizes: %s"
                .formatted(wanted[d], d, Arrays.toString(size), Arrays.toString(own)));
      }
    }
    return Tensor.wrap(self.strided().expand(wanted));
  }

  /** Element {@code index} of dimension {@code dim}, which goes. */
  public static Tensor select(Tensor self, long dim, long index) {
    if (self.dim() == 0) {
      throw new IndexOutOfBoundsException("select() cannot be applied to a 0-dim tensor.");
    }
    int d = self.dimension(dim);
    long size = self.strided().size(d);
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException(
          "select(): index %d out of range for tensor of size %s at dimension %d"
              .formatted(index, Arrays.toString(self.strided().sizes()), d));
    }
    long stride = self.strided().strides()[d];
    return Views.of(
        self,
        Views.without(self.strided().sizes(), d),
        Views.without(self.strided().strides(), d),
        self.strided().offset() + (index < 0 ? index + size : index) * stride);
  }

  /** Elements {@code start} to {@code end} of {@code dim}, each {@code step}; as in Python. */
  public static Tensor slice(
      Tensor self, long dim, @Nullable Long start, @Nullable Long end, long step) {
    if (step <= 0) {
      throw new IllegalArgumentException("slice step must be positive, but it is " + step);
    }
    int d = self.dimension(dim);
    long size = self.size(d);
    long from = bound(start == null ? 0 : start, size);
    long to = Math.max(from, bound(end == null ? size : end, size));
    long[] sizes = Views.replaced(self.strided().sizes(), d, (to - from + step - 1) / step);
    long stride = self.strided().strides()[d];
    return Views.of(
        self,
        sizes,
        Views.replaced(self.strided().strides(), d, stride * step),
        self.strided().offset() + from * stride);
  }

  private static long bound(long index, long size) {
    return Math.max(0, Math.min(size, index < 0 ? index + size : index));
  }

  /** {@code length} elements of {@code dim} from {@code start} on. */
  public static Tensor narrow(Tensor self, long dim, long start, long length) {
    long size = self.size((int) dim);
    long from = start < 0 ? start + size : start;
    if (length < 0 || from < 0 || from + length > size) {
      throw new IndexOutOfBoundsException(
          "narrow: start (%d) + length (%d) exceeds dimension size (%d)."
              .formatted(start, length, size));
    }
    return slice(self, dim, from, from + length, 1);
  }

  /** The memory seen with any sizes and strides. */
  public static Tensor asStrided(
      Tensor self, long[] size, long[] stride, @Nullable Long storageOffset) {
    long offset = storageOffset == null ? self.strided().offset() : storageOffset;
    return Views.of(self, size.clone(), stride.clone(), offset);
  }

  /** A diagonal as a last dimension. */
  public static Tensor diagonal(Tensor self, long offset, long dim1, long dim2) {
    int a = self.dimension(dim1);
    int b = self.dimension(dim2);
    if (a == b) {
      throw new ShapeException("diagonal dimensions cannot be identical " + dim1 + ", " + dim2);
    }
    Strided x = self.strided();
    long down = Math.max(-offset, 0);
    long right = Math.max(offset, 0);
    long length = Math.max(0, Math.min(x.size(a) - down, x.size(b) - right));
    long start =
        length == 0 ? x.offset() : x.offset() + down * x.strides()[a] + right * x.strides()[b];
    int high = Math.max(a, b);
    int low = Math.min(a, b);
    long[] sizes = Views.without(Views.without(x.sizes(), high), low);
    long[] strides = Views.without(Views.without(x.strides(), high), low);
    return Views.of(
        self,
        Views.with(sizes, sizes.length, length),
        Views.with(strides, strides.length, x.strides()[a] + x.strides()[b]),
        start);
  }

  /** All windows of {@code size} elements, {@code step} apart; the window is a last dimension. */
  public static Tensor unfold(Tensor self, long dimension, long size, long step) {
    int d = self.dimension(dimension);
    long extent = self.dim() == 0 ? 1 : self.size(d);
    if (size > extent || size < 0 || step <= 0) {
      throw new ShapeException(
          "unfold: a window of %d, step %d, does not fit dimension %d of size %d"
              .formatted(size, step, d, extent));
    }
    Strided x = self.strided();
    if (self.dim() == 0) {
      return Views.of(self, new long[] {size}, new long[] {1}, x.offset());
    }
    long[] sizes = Views.replaced(x.sizes(), d, (extent - size) / step + 1);
    long[] strides = Views.replaced(x.strides(), d, x.strides()[d] * step);
    return Views.of(
        self,
        Views.with(sizes, sizes.length, size),
        Views.with(strides, strides.length, x.strides()[d]),
        x.offset());
  }

  /** Dimensions moved to other places; the rest keep their order. */
  public static Tensor movedim(Tensor self, long[] source, long[] destination) {
    if (source.length != destination.length) {
      throw new ShapeException(
          "movedim: Invalid source or destination dims: source (%s dims) should contain the same number of dims as destination (%s dims)"
              .formatted(source.length, destination.length));
    }
    int rank = self.dim();
    long[] order = new long[rank];
    Arrays.fill(order, -1);
    boolean[] taken = new boolean[rank];
    for (int i = 0; i < source.length; i++) {
      int from = Views.dimension(source[i], rank);
      order[Views.dimension(destination[i], rank)] = from;
      taken[from] = true;
    }
    int next = 0;
    for (int d = 0; d < rank; d++) {
      if (order[d] < 0) {
        while (taken[next]) {
          next++;
        }
        order[d] = next++;
      }
    }
    return permute(self, order);
  }

  /** Dimensions {@code start_dim} to {@code end_dim} as one. */
  public static Tensor flatten(Tensor self, long startDim, long endDim) {
    int from = self.dimension(startDim);
    int to = self.dimension(endDim);
    if (self.dim() == 0) {
      return reshape(self, new long[] {1});
    }
    if (from > to) {
      throw new ShapeException("flatten() has invalid args: start_dim cannot come after end_dim");
    }
    if (from == to) {
      return self;
    }
    long[] own = self.strided().sizes();
    long[] sizes = new long[own.length - (to - from)];
    System.arraycopy(own, 0, sizes, 0, from);
    sizes[from] = 1;
    for (int d = from; d <= to; d++) {
      sizes[from] *= own[d];
    }
    System.arraycopy(own, to + 1, sizes, from + 1, own.length - to - 1);
    return reshape(self, sizes);
  }

  /** Dimension {@code dim} as several. */
  public static Tensor unflatten(Tensor self, long dim, long[] sizes) {
    int d = self.dimension(dim);
    long[] own = self.strided().sizes();
    long[] parts;
    try {
      parts = Views.inferred(sizes, own[d]);
    } catch (ShapeException e) {
      throw new ShapeException(
          "unflatten: Provided sizes %s don't multiply up to the size of dim %d (%d) in the input tensor"
              .formatted(Arrays.toString(sizes), d, own[d]));
    }
    long[] all = new long[own.length - 1 + parts.length];
    System.arraycopy(own, 0, all, 0, d);
    System.arraycopy(parts, 0, all, d, parts.length);
    System.arraycopy(own, d + 1, all, d + parts.length, own.length - d - 1);
    return view(self, all);
  }

  /** Pieces of {@code splitSize}, the last one smaller. */
  public static List<Tensor> split(Tensor self, long splitSize, long dim) {
    int d = self.dimension(dim);
    if (self.dim() == 0) {
      throw new ShapeException("split expects at least a 1-dimensional tensor");
    }
    long size = self.size(d);
    if (splitSize < 0 || splitSize == 0 && size != 0) {
      throw new IllegalArgumentException(
          "split expects split_size be non-negative, but got split_size=" + splitSize);
    }
    List<Tensor> parts = new ArrayList<>();
    for (long at = 0; at == 0 || at < size; at += Math.max(splitSize, 1)) {
      parts.add(slice(self, d, at, Math.min(size, at + splitSize), 1));
    }
    return parts;
  }

  /** Pieces of these sizes. */
  public static List<Tensor> splitWithSizes(Tensor self, long[] splitSizes, long dim) {
    int d = self.dimension(dim);
    if (Arrays.stream(splitSizes).sum() != self.size(d)) {
      throw new ShapeException(
          "split_with_sizes expects split_sizes to sum exactly to %d (input tensor's size at dimension %d), but got split_sizes=%s"
              .formatted(self.size(d), d, Arrays.toString(splitSizes)));
    }
    List<Tensor> parts = new ArrayList<>();
    long at = 0;
    for (long part : splitSizes) {
      parts.add(slice(self, d, at, at + part, 1));
      at += part;
    }
    return parts;
  }

  /** At most {@code chunks} pieces of equal size, the last one smaller. */
  public static List<Tensor> chunk(Tensor self, long chunks, long dim) {
    if (chunks <= 0) {
      throw new IllegalArgumentException(
          "chunk expects `chunks` to be greater than 0, got: " + chunks);
    }
    long size = self.size((int) dim);
    long part = (size + chunks - 1) / chunks;
    if (part == 0) {
      return splitWithSizes(self, new long[(int) chunks], dim);
    }
    return split(self, part, dim);
  }

  /** One tensor for each element of {@code dim}. */
  public static List<Tensor> unbind(Tensor self, long dim) {
    List<Tensor> parts = new ArrayList<>();
    for (long i = 0; i < self.size((int) dim); i++) {
      parts.add(select(self, dim, i));
    }
    return parts;
  }

  /** Sums over what broadcasting from {@code size} repeats. */
  public static Tensor sumTo(Tensor self, long[] size) {
    return Arrays.equals(size, self.strided().sizes())
        ? self
        : Tensor.wrap(Sums.sumTo(self.strided(), size));
  }

  /** The permutation that undoes {@code dims}. */
  public static long[] inversePermutation(long[] dims) {
    long[] inverse = new long[dims.length];
    for (int d = 0; d < dims.length; d++) {
      inverse[Views.dimension(dims[d], dims.length)] = d;
    }
    return inverse;
  }

  /** What was reduced over {@code dim}, repeated to {@code size} again; over the same memory. */
  public static Tensor expandReduced(
      Tensor self, long[] size, long @Nullable [] dim, boolean keepdim) {
    Tensor wide = self;
    if (!keepdim && size.length > 0) {
      boolean[] gone = reduced(size.length, dim);
      for (int d = 0; d < gone.length; d++) {
        wide = gone[d] ? unsqueeze(wide, d) : wide;
      }
    }
    return expand(wide, size, false);
  }

  /** How many elements of {@code size} a reduction over {@code dim} makes one of. */
  public static long reducedNumel(long[] size, long @Nullable [] dim) {
    boolean[] gone = reduced(size.length, dim);
    long count = 1;
    for (int d = 0; d < size.length; d++) {
      count *= gone[d] ? size[d] : 1;
    }
    return count;
  }

  private static boolean[] reduced(int rank, long @Nullable [] dim) {
    boolean[] gone = new boolean[rank];
    if (dim == null || dim.length == 0) {
      Arrays.fill(gone, true);
      return gone;
    }
    for (long d : dim) {
      int index = Views.dimension(d, rank);
      if (rank > 0) {
        gone[index] = true;
      }
    }
    return gone;
  }

  // Gradients of views: zeros, with the gradient where the view was.

  /** Zeros of {@code inputSizes} with the gradient of {@link #select}. */
  public static Tensor selectBackward(Tensor gradOutput, long[] inputSizes, long dim, long index) {
    Tensor grad = Views.zeros(gradOutput, inputSizes.clone());
    Views.copy(gradOutput, select(grad, dim, index));
    return grad;
  }

  /** Zeros of {@code inputSizes} with the gradient of {@link #slice}. */
  public static Tensor sliceBackward(
      Tensor gradOutput,
      long[] inputSizes,
      long dim,
      @Nullable Long start,
      @Nullable Long end,
      long step) {
    Tensor grad = Views.zeros(gradOutput, inputSizes.clone());
    Views.copy(gradOutput, slice(grad, dim, start, end, step));
    return grad;
  }

  /** Zeros of {@code inputSizes} with the gradient of {@link #narrow}. */
  public static Tensor narrowBackward(
      Tensor gradOutput, long[] inputSizes, long dim, long start, long length) {
    Tensor grad = Views.zeros(gradOutput, inputSizes.clone());
    Views.copy(gradOutput, narrow(grad, dim, start, length));
    return grad;
  }

  /** Zeros of {@code inputSizes} with the gradient of {@link #diagonal}. */
  public static Tensor diagonalBackward(
      Tensor gradOutput, long[] inputSizes, long offset, long dim1, long dim2) {
    Tensor grad = Views.zeros(gradOutput, inputSizes.clone());
    Views.copy(gradOutput, diagonal(grad, offset, dim1, dim2));
    return grad;
  }

  /** Zeros of {@code inputSizes} with the gradients of all windows of {@link #unfold} added. */
  public static Tensor unfoldBackward(
      Tensor gradIn, long[] inputSizes, long dim, long size, long step) {
    Tensor zeros = Views.zeros(gradIn, inputSizes.clone());
    if (inputSizes.length == 0) {
      return reshape(gradIn, inputSizes);
    }
    int d = Views.dimension(dim, inputSizes.length);
    int windows = (int) gradIn.size(d);
    long[] index = new long[windows * (int) size];
    for (int i = 0; i < index.length; i++) {
      index[i] = i / size * step + i % size;
    }
    Tensor beside = movedim(gradIn, new long[] {-1}, new long[] {d + 1L});
    Tensor source = flatten(beside, d, d + 1L);
    return IndexForward.indexAdd(zeros, d, Tensor.of(index), source, 1);
  }
}
