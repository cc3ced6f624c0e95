package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the forwards of views have in common: dimensions, sizes with a −1, strides. */
final class Views {
  private Views() {}

  /** A tensor over the same memory. */
  static Tensor of(Tensor self, long[] sizes, long[] strides, long offset) {
    return Tensor.wrap(self.strided().view(sizes, strides, offset));
  }

  /** {@code dim} from 0, of {@code rank} dimensions. */
  static int dimension(long dim, int rank) {
    int count = Math.max(rank, 1);
    if (dim < -count || dim >= count) {
      throw new IndexOutOfBoundsException(
          "Dimension out of range (expected to be in range of [%d, %d], but got %d)"
              .formatted(-count, count - 1, dim));
    }
    return (int) (dim < 0 ? dim + count : dim);
  }

  /** {@code sizes} with its −1, if there is one, replaced by what makes {@code numel} elements. */
  static long[] inferred(long[] sizes, long numel) {
    long known = 1;
    int unknown = -1;
    for (int d = 0; d < sizes.length; d++) {
      if (sizes[d] == -1) {
        if (unknown >= 0) {
          throw new ShapeException("only one dimension can be inferred");
        }
        unknown = d;
      } else if (sizes[d] < 0) {
        throw new ShapeException("invalid shape dimension " + sizes[d]);
      } else {
        known *= sizes[d];
      }
    }
    if (known == numel && unknown < 0) {
      return sizes.clone();
    }
    if (unknown < 0 || known == 0 || numel % known != 0) {
      if (unknown >= 0 && known == 0 && numel == 0) {
        throw new ShapeException(
            "cannot reshape tensor of 0 elements into shape %s because the unspecified dimension size"
                    .formatted(Arrays.toString(sizes))
                + " -1 can be any value and is ambiguous");
      }
      throw new ShapeException(
          "shape '%s' is invalid for input of size %d".formatted(Arrays.toString(sizes), numel));
    }
    long[] full = sizes.clone();
    full[unknown] = numel / known;
    return full;
  }

  /** The strides under which {@code x} has other sizes; null if it must be copied for that. */
  static long @Nullable [] strides(Strided x, long[] sizes) {
    if (x.isContiguous()) {
      return Strided.contiguousStrides(sizes);
    }
    long[] old = x.sizes();
    long[] strides = new long[sizes.length];
    int view = sizes.length - 1;
    long chunk = old.length == 0 ? 1 : x.strides()[old.length - 1];
    long oldCount = 1;
    long newCount = 1;
    for (int d = old.length - 1; d >= 0; d--) {
      oldCount *= old[d];
      // A chunk ends where the next outer dimension does not go on in memory.
      if (d == 0 || old[d - 1] != 1 && x.strides()[d - 1] != oldCount * chunk) {
        while (view >= 0 && (newCount < oldCount || sizes[view] == 1)) {
          strides[view] = newCount * chunk;
          newCount *= sizes[view];
          view--;
        }
        if (newCount != oldCount) {
          return null;
        }
        if (d > 0) {
          chunk = x.strides()[d - 1];
          oldCount = 1;
          newCount = 1;
        }
      }
    }
    return view == -1 ? strides : null;
  }

  /** A copy of its own, row by row. */
  static Tensor copy(Tensor x) {
    return copy(x, x.dtype());
  }

  /** A copy of its own, row by row, of another dtype. */
  static Tensor copy(Tensor x, DType dtype) {
    Strided result = Strided.allocate(dtype, x.device(), x.strided().sizes());
    Backends.of(x.device()).copy(x.strided(), result);
    return Tensor.wrap(result);
  }

  /** {@code x} itself if its elements lie row by row, else a copy. */
  static Tensor contiguous(Tensor x) {
    return x.isContiguous() ? x : copy(x);
  }

  /** A tensor of zeros like {@code x}, of other sizes. */
  static Tensor zeros(Tensor x, long... sizes) {
    return Tensor.wrap(Strided.allocate(x.dtype(), x.device(), sizes));
  }

  /** Copies elements between views of the same sizes. */
  static void copy(Tensor from, Tensor to) {
    Backends.of(to.device()).copy(from.strided(), to.strided());
  }

  static long[] without(long[] list, int index) {
    long[] rest = new long[list.length - 1];
    System.arraycopy(list, 0, rest, 0, index);
    System.arraycopy(list, index + 1, rest, index, rest.length - index);
    return rest;
  }

  static long[] with(long[] list, int index, long value) {
    long[] more = new long[list.length + 1];
    System.arraycopy(list, 0, more, 0, index);
    more[index] = value;
    System.arraycopy(list, index, more, index + 1, list.length - index);
    return more;
  }

  static long[] replaced(long[] list, int index, long value) {
    long[] copy = list.clone();
    copy[index] = value;
    return copy;
  }
}
