package dev.cresset.conformance.golden;

import dev.cresset.Tensor;
import dev.cresset.tensor.Memory;

/** What the runner does to tensors without the ops that it checks. */
final class Tensors {
  private Tensors() {}

  /** A copy with memory of its own and no history. */
  static Tensor copy(Tensor tensor) {
    return Memory.copy(tensor, tensor.dtype(), tensor.device());
  }

  /** Element {@code index} of the first size: a view. */
  static Tensor row(Tensor tensor, long index) {
    var all = tensor.strided();
    long[] sizes = java.util.Arrays.copyOfRange(all.sizes(), 1, all.dim());
    long[] strides = java.util.Arrays.copyOfRange(all.strides(), 1, all.dim());
    return Tensor.wrap(all.view(sizes, strides, all.offset() + index * all.strides()[0]));
  }

  /** The same elements with the first two sizes exchanged: a view. */
  static Tensor transposed(Tensor tensor) {
    var all = tensor.strided();
    long[] sizes = all.sizes().clone();
    long[] strides = all.strides().clone();
    sizes[0] = all.sizes()[1];
    sizes[1] = all.sizes()[0];
    strides[0] = all.strides()[1];
    strides[1] = all.strides()[0];
    return Tensor.wrap(all.view(sizes, strides, all.offset()));
  }
}
