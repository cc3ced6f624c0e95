package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Strided;

/** Visits the elements of an index tensor with the positions that they name in another tensor. */
final class Odometer {
  /** What is done with each. */
  interface Visit {
    void at(int number, int position);
  }

  private final long[] values;
  private final long[] sizes;
  private final int dim;

  Odometer(Tensor index, int dim) {
    this.values = index.toLongArray();
    this.sizes = index.strided().sizes();
    this.dim = dim;
  }

  void each(Tensor x, String op, Visit visit) {
    Strided view = x.strided();
    long[] strides = view.dim() == 0 ? new long[] {1} : view.strides();
    long size = view.dim() == 0 ? 1 : view.size(dim);
    long[] at = new long[sizes.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] >= size) {
        throw new IndexOutOfBoundsException(
            "%s: index %d is out of bounds for dimension %d with size %d"
                .formatted(op, values[i], dim, size));
      }
      long position = view.offset() + values[i] * strides[dim];
      for (int d = 0; d < at.length; d++) {
        position += d == dim ? 0 : at[d] * strides[d];
      }
      visit.at(i, (int) position);
      for (int d = at.length - 1; d >= 0 && ++at[d] == sizes[d]; d--) {
        at[d] = 0;
      }
    }
  }
}
