package dev.cresset.backend.cpu;

import org.jspecify.annotations.Nullable;

/**
 * The loop that convolutions are made of. Images lie on a grid with room for the window's overhang,
 * so that what one element of the window sees, at all places at once, is one run of memory: a
 * matrix product whose right factor's rows begin at {@code offsets} and overlap.
 */
final class Sliding {

  /** Takes sums. */
  interface Sink<A> {
    /** Takes rows {@code row} on, of columns {@code column} to {@code column + n}. */
    void take(A[] sums, int row, int rows, int column, int n);
  }

  private Sliding() {}

  /**
   * Computes {@code rows} rows of {@code columns} sums: {@code bias[i] + Σ weights[i, k] · grid[
   * offsets[k] + j]}. Row i of the weights begins at {@code start + i · offsets.length}.
   */
  static <A> void run(
      Rows<A> kind,
      A grid,
      int[] offsets,
      int columns,
      A weights,
      int start,
      int rows,
      @Nullable A bias,
      int biasStart,
      Sink<A> sink) {
    int tiles = (columns + Rows.WIDTH - 1) / Rows.WIDTH;
    int width = ((columns + tiles - 1) / tiles + 15) / 16 * 16;
    A[] panel = kind.scratch().panel();
    for (int row = 0; row < rows; row += Rows.HEIGHT) {
      int height = Math.min(Rows.HEIGHT, rows - row);
      A[] sums = kind.scratch().sums(height);
      boolean chained = offsets.length > Rows.CHAIN;
      A[] totals = chained ? kind.scratch().totals(height) : sums;
      for (int column = 0; column < columns; column += width) {
        int n = Math.min(width, columns - column);
        for (int i = 0; i < height; i++) {
          if (chained) {
            kind.zero(sums[i], n);
          }
          if (bias == null) {
            kind.zero(totals[i], n);
          } else {
            kind.read(bias, biasStart + row + i, 0, totals[i], n);
          }
        }
        for (int k = 0; k < offsets.length; k += Rows.DEPTH) {
          int depth = Math.min(Rows.DEPTH, offsets.length - k);
          for (int q = 0; q < depth; q++) {
            kind.read(grid, offsets[k + q] + column, 1, panel[q], n);
          }
          kind.addProducts(
              weights,
              start + row * offsets.length + k,
              offsets.length,
              1,
              panel,
              depth,
              sums,
              0,
              height,
              n);
          boolean whole = (k + depth) % Rows.CHAIN == 0 || k + depth == offsets.length;
          if (chained && whole) {
            kind.flush(sums, totals, height, n);
          }
        }
        sink.take(totals, row, height, column, n);
      }
    }
  }

  /** Copies {@code n} columns of sums from {@code column} on to where the lattice has elements. */
  static <A> void store(
      Rows<A> kind, A sums, int column, int n, Lattice lattice, int first, A to, int start) {
    int step = lattice.lastStep();
    lattice.runs(
        (point, element, count) -> {
          int from = Math.max(first + point, column);
          int end = Math.min(first + point + count, column + n);
          if (from < end) {
            int position = start + element + (from - first - point) * step;
            kind.copy(sums, from - column, 1, to, position, step, end - from);
          }
        });
  }
}
