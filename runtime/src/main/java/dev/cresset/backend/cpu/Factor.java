package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;

/**
 * Matrices in one array: element [i, j] of matrix number b lies at {@code starts[b] + i · rowStep +
 * j · step}.
 */
record Factor<A>(A array, int[] starts, int rows, int columns, int rowStep, int step) {

  /** The last two sizes as matrices, all others as a row of matrices. */
  static <A> Factor<A> of(Rows<A> kind, Strided view) {
    int rank = view.dim();
    long[] sizes = view.sizes();
    long[] strides = view.strides();
    int count = 1;
    for (int d = 0; d < rank - 2; d++) {
      count *= (int) sizes[d];
    }
    int[] starts = new int[count];
    for (int b = 0; b < count; b++) {
      long position = view.offset();
      long rest = b;
      for (int d = rank - 3; d >= 0; d--) {
        position += rest % sizes[d] * strides[d];
        rest /= sizes[d];
      }
      starts[b] = (int) position;
    }
    return new Factor<>(
        kind.array(view),
        starts,
        (int) sizes[rank - 2],
        (int) sizes[rank - 1],
        (int) strides[rank - 2],
        (int) strides[rank - 1]);
  }

  /** Where an element lies. */
  int at(int matrix, int row, int column) {
    return starts[matrix] + row * rowStep + column * step;
  }

  /** Each matrix with rows for columns. */
  Factor<A> transposed() {
    return new Factor<>(array, starts, columns, rows, step, rowStep);
  }
}
