package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which dimensions of a tensor a reduction takes away, and what sizes are left. */
final class Reduced {
  private final Tensor self;
  private final boolean[] gone;
  private final boolean keepdim;

  private Reduced(Tensor self, boolean[] gone, boolean keepdim) {
    this.self = self;
    this.gone = gone;
    this.keepdim = keepdim;
  }

  /** All dimensions. */
  static Reduced all(Tensor self, boolean keepdim) {
    return of(self, null, keepdim);
  }

  /** These dimensions; all, if {@code dims} is null or empty. */
  static Reduced of(Tensor self, long @Nullable [] dims, boolean keepdim) {
    boolean[] gone = new boolean[self.dim()];
    if (dims == null || dims.length == 0) {
      Arrays.fill(gone, true);
      return new Reduced(self, gone, keepdim);
    }
    boolean[] seen = new boolean[Math.max(gone.length, 1)];
    for (long dim : dims) {
      int d = self.dimension(dim);
      if (seen[d]) {
        throw new IllegalArgumentException(
            "dim %d appears multiple times in the list of dims".formatted(d));
      }
      seen[d] = true;
    }
    System.arraycopy(seen, 0, gone, 0, gone.length);
    return new Reduced(self, gone, keepdim);
  }

  /** For each dimension, whether it is taken away; not to be written. */
  boolean[] gone() {
    return gone;
  }

  /** How many elements make one result. */
  long count() {
    long count = 1;
    for (int d = 0; d < gone.length; d++) {
      count *= gone[d] ? self.size(d) : 1;
    }
    return count;
  }

  /** The sizes of the result. */
  long[] sizes() {
    long[] sizes = new long[gone.length];
    int n = 0;
    for (int d = 0; d < gone.length; d++) {
      if (!gone[d] || keepdim) {
        sizes[n++] = gone[d] ? 1 : self.size(d);
      }
    }
    return Arrays.copyOf(sizes, n);
  }

  /**
   * Checks that there is something to choose from.
   *
   * @throws IndexOutOfBoundsException if a dimension that is taken away has no elements
   */
  void checkNotEmpty(String op, boolean dimGiven) {
    if (self.numel() > 0) {
      return;
    }
    if (!dimGiven) {
      throw new IndexOutOfBoundsException(
          ("%s(): Expected reduction dim to be specified for input.numel() == 0. Specify the"
                  + " reduction dim with the 'dim' argument.")
              .formatted(op));
    }
    for (int d = 0; d < gone.length; d++) {
      if (gone[d] && self.size(d) == 0) {
        throw new IndexOutOfBoundsException(
            "%s(): Expected reduction dim %d to have non-zero size.".formatted(op, d));
      }
    }
  }

  /** Results as a tensor of {@code dtype}. */
  Tensor tensor(double[] results, DType dtype) {
    return placed(HeapStorage.of(results), dtype);
  }

  /** Results as a tensor of {@code dtype}. */
  Tensor tensor(long[] results, DType dtype) {
    return placed(HeapStorage.of(results), dtype);
  }

  private Tensor placed(HeapStorage results, DType dtype) {
    Strided exact = Strided.contiguous(results, sizes());
    if (dtype == results.dtype() && self.device().isCpu()) {
      return Tensor.wrap(exact);
    }
    Strided to = Strided.allocate(dtype, self.device(), exact.sizes());
    Backends.of(self.device()).copy(exact, to);
    return Tensor.wrap(to);
  }
}
