package dev.cresset.data;

import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import java.util.List;

/** Rows of tensors, apart and together. */
final class Stack {

  private Stack() {}

  /** Row {@code index} along the first size; it shares the memory. */
  static Tensor row(Tensor tensor, long index) {
    Strided all = tensor.strided();
    if (index < 0 || index >= all.size(0)) {
      throw new IndexOutOfBoundsException("example " + index + " of " + all.size(0));
    }
    return Tensor.wrap(
        all.view(
            Arrays.copyOfRange(all.sizes(), 1, all.dim()),
            Arrays.copyOfRange(all.strides(), 1, all.dim()),
            all.offset() + index * all.strides()[0]));
  }

  /**
   * Copies of the tensors along a new first size. As {@code default_collate}.
   *
   * @throws IllegalArgumentException if they differ in sizes or dtype
   */
  static Tensor of(List<Tensor> rows) {
    Tensor first = rows.get(0);
    long[] sizes = new long[first.dim() + 1];
    sizes[0] = rows.size();
    System.arraycopy(first.sizes(), 0, sizes, 1, first.dim());
    Tensor stack = Memory.zeros(first.dtype(), first.device(), sizes);
    for (int i = 0; i < rows.size(); i++) {
      Tensor row = rows.get(i);
      if (!Arrays.equals(row.sizes(), first.sizes()) || row.dtype() != first.dtype()) {
        throw new IllegalArgumentException(
            "example %d of a batch is %s%s, the first is %s%s; all must be alike"
                .formatted(
                    i,
                    row.dtype(),
                    Arrays.toString(row.sizes()),
                    first.dtype(),
                    Arrays.toString(first.sizes())));
      }
      Memory.copy(row, row(stack, i));
    }
    return stack;
  }
}
