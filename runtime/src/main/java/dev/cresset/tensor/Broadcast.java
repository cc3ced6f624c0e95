package dev.cresset.tensor;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Broadcasting: the sizes that several operands take together. */
public final class Broadcast {
  private Broadcast() {}

  /**
   * The sizes that all {@code tensors} expand to.
   *
   * @throws ShapeException if two of them differ where neither is 1
   */
  public static long[] sizes(String op, Tensor... tensors) {
    long[] common = tensors[0].strided().sizes();
    for (int i = 1; i < tensors.length; i++) {
      common = sizes(op, common, tensors[i].strided().sizes());
    }
    return common;
  }

  /** The sizes that all {@code tensors} expand to; null if they do not. */
  public static long @Nullable [] sizesOrNull(Tensor... tensors) {
    long[] common = tensors[0].strided().sizes();
    for (int i = 1; i < tensors.length && common != null; i++) {
      common = together(common, tensors[i].strided().sizes());
    }
    return common;
  }

  /** As {@link #sizes(String, Tensor...)}, of two lists of sizes. */
  public static long[] sizes(String op, long[] a, long[] b) {
    long[] common = together(a, b);
    if (common == null) {
      throw mismatch(op, a, b);
    }
    return common;
  }

  private static long @Nullable [] together(long[] a, long[] b) {
    if (Arrays.equals(a, b)) {
      return a;
    }
    long[] common = new long[Math.max(a.length, b.length)];
    for (int d = common.length - 1; d >= 0; d--) {
      long left = at(a, d, common.length);
      long right = at(b, d, common.length);
      if (left != right && left != 1 && right != 1) {
        return null;
      }
      common[d] = left == 1 ? right : left;
    }
    return common;
  }

  /** The size that {@code sizes} have at {@code dim} of {@code dims}: 1 before their first. */
  private static long at(long[] sizes, int dim, int dims) {
    int at = dim - dims + sizes.length;
    return at < 0 ? 1 : sizes[at];
  }

  private static ShapeException mismatch(String op, long[] a, long[] b) {
    int dims = Math.max(a.length, b.length);
    int dim = dims - 1;
    while (at(a, dim, dims) == at(b, dim, dims) || at(a, dim, dims) == 1 || at(b, dim, dims) == 1) {
      dim--;
    }
    return new ShapeException(
        ("%s: The size of tensor a (%d) must match the size of tensor b (%d) at non-singleton"
                + " dimension %d; a is %s, b is %s")
            .formatted(
                op,
                at(a, dim, dims),
                at(b, dim, dims),
                dim,
                Arrays.toString(a),
                Arrays.toString(b)));
  }

  /**
   * The device of all {@code tensors}; those without sizes may lie on the CPU.
   *
   * @throws IllegalArgumentException if they lie on several
   */
  static Device device(String op, Tensor[] tensors) {
    Device device = tensors[0].device();
    for (Tensor tensor : tensors) {
      if (tensor.device().equals(device)) {
        continue;
      }
      if (device.isCpu() && tensors[0].dim() == 0) {
        device = tensor.device();
      } else if (!tensor.device().isCpu() || tensor.dim() > 0) {
        throw new IllegalArgumentException(
            op
                + ": Expected all tensors to be on the same device, but found at least two devices,"
                + " "
                + device
                + " and "
                + tensor.device()
                + "; move one with to(device)");
      }
    }
    return device;
  }
}
