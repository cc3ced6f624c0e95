package dev.cresset.tensor;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import java.util.Arrays;

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

  /** As {@link #sizes(String, Tensor...)}, of two lists of sizes. */
  public static long[] sizes(String op, long[] a, long[] b) {
    if (Arrays.equals(a, b)) {
      return a;
    }
    long[] common = new long[Math.max(a.length, b.length)];
    for (int d = common.length - 1; d >= 0; d--) {
      int i = d - common.length + a.length;
      int j = d - common.length + b.length;
      long left = i < 0 ? 1 : a[i];
      long right = j < 0 ? 1 : b[j];
      if (left != right && left != 1 && right != 1) {
        throw new ShapeException(
            ("%s: The size of tensor a (%d) must match the size of tensor b (%d) at non-singleton"
                    + " dimension %d; a is %s, b is %s")
                .formatted(op, left, right, d, Arrays.toString(a), Arrays.toString(b)));
      }
      common[d] = left == 1 ? right : left;
    }
    return common;
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
                + ": Expected all tensors to be on the same device, but found at least two devices, "
                + device
                + " and "
                + tensor.device()
                + "; move one with to(device)");
      }
    }
    return device;
  }
}
