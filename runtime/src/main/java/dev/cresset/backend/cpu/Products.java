package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.backend.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Products of matrices. Columns are taken {@link Rows#WIDTH} at a time; of the right factor a few
 * rows at a time are copied to where they stay in cache, and added to all sums.
 *
 * @param <A> the arrays' type
 */
public final class Products<A> {
  private final Rows<A> kind;
  private final Factor<A> a;
  private final Factor<A> b;
  private final @Nullable Factor<A> added;
  private final Factor<A> to;

  private Products(
      Rows<A> kind, Factor<A> a, Factor<A> b, @Nullable Factor<A> added, Factor<A> to) {
    this.kind = kind;
    this.a = a;
    this.b = b;
    this.added = added;
    this.to = to;
  }

  /**
   * Writes {@code added + a · b} to {@code to}, matrix by matrix. All are of one dtype, F32, F64 or
   * I64, and have the same leading sizes; strides may be any.
   *
   * @param a {@code [*, m, k]}
   * @param b {@code [*, k, n]}
   * @param added {@code [*, m, n]}; null for zeros
   * @param to {@code [*, m, n]}, no part of the others
   */
  public static void multiply(Strided a, Strided b, @Nullable Strided added, Strided to) {
    if (to.numel() > 0) {
      multiply(Rows.of(to.dtype()), a, b, added, to);
    }
  }

  private static <A> void multiply(
      Rows<A> kind, Strided a, Strided b, @Nullable Strided added, Strided to) {
    Factor<A> left = Factor.of(kind, a);
    Factor<A> right = Factor.of(kind, b);
    Factor<A> start = added == null ? null : Factor.of(kind, added);
    Factor<A> result = Factor.of(kind, to);
    boolean tall = result.columns() < 32 && result.columns() < result.rows();
    Products<A> products =
        tall // rows are what loops run along: let them be long
            ? new Products<>(
                kind,
                right.transposed(),
                left.transposed(),
                start == null ? null : start.transposed(),
                result.transposed())
            : new Products<>(kind, left, right, start, result);
    products.run();
  }

  private void run() {
    int matrices = to.starts().length;
    long work = (long) matrices * to.rows() * to.columns() * Math.max(a.columns(), 1);
    int threads = work < Parallel.WORTH_THREADS ? 1 : Threads.count();
    int panels = parts(to.columns(), Rows.WIDTH);
    int blocks = parts(to.rows(), Rows.HEIGHT);
    if (matrices * panels * blocks % threads != 0) {
      int wanted = parts(threads, matrices * panels);
      if (to.rows() >= 4 * wanted) {
        blocks = parts(blocks, wanted) * wanted;
      } else if (to.columns() >= 64 * threads) {
        panels = parts(panels, threads) * threads;
      }
    }
    int width = (parts(to.columns(), panels) + 15) / 16 * 16;
    int height = parts(to.rows(), blocks);
    int across = parts(to.columns(), width);
    int down = parts(to.rows(), height);
    Parallel.Piece piece =
        index -> {
          int row = index / across % down * height;
          int column = index % across * width;
          block(
              index / across / down,
              row,
              Math.min(height, to.rows() - row),
              column,
              Math.min(width, to.columns() - column));
        };
    Parallel.each(matrices * across * down, work, piece);
  }

  private static int parts(int n, int size) {
    return (n + size - 1) / size;
  }

  private void block(int matrix, int row, int rows, int column, int n) {
    Rows.Scratch<A> scratch = kind.scratch();
    A[] sums = scratch.sums(rows);
    for (int i = 0; i < rows; i++) {
      if (added == null) {
        kind.zero(sums[i], n);
      } else {
        kind.read(added.array(), added.at(matrix, row + i, column), added.step(), sums[i], n);
      }
    }
    int terms = a.columns();
    boolean thin = n < 16 || rows < 4 && b.step() != 1;
    A[] totals = terms > Rows.CHAIN ? scratch.totals(rows) : sums;
    if (totals != sums) {
      for (int i = 0; i < rows; i++) {
        kind.zero(totals[i], n);
      }
    }
    for (int k = 0; k < terms; k += Rows.CHAIN) {
      int end = Math.min(terms, k + Rows.CHAIN);
      if (thin) {
        addDots(matrix, row, rows, column, n, k, end, sums);
      } else {
        addProducts(matrix, row, rows, column, n, k, end, sums);
      }
      if (totals != sums) {
        kind.flush(sums, totals, rows, n);
      }
    }
    for (int i = 0; i < rows; i++) {
      int position = to.at(matrix, row + i, column);
      kind.copy(totals[i], 0, 1, to.array(), position, to.step(), n);
    }
  }

  /** Adds terms {@code from} to {@code end} to each sum, in place. */
  private void addDots(
      int matrix, int row, int rows, int column, int n, int from, int end, A[] sums) {
    for (int i = 0; i < rows; i++) {
      kind.dots(
          a.array(),
          a.at(matrix, row + i, from),
          a.step(),
          b.array(),
          b.at(matrix, from, column),
          b.rowStep(),
          b.step(),
          end - from,
          sums[i],
          n);
    }
  }

  /** Adds terms {@code from} to {@code end} to each sum, by way of the panel. */
  private void addProducts(
      int matrix, int row, int rows, int column, int n, int from, int end, A[] sums) {
    A[] panel = kind.scratch().panel();
    for (int k = from; k < end; k += Rows.DEPTH) {
      int depth = Math.min(Rows.DEPTH, end - k);
      kind.gather(b.array(), b.at(matrix, k, column), b.rowStep(), b.step(), panel, depth, n);
      kind.addProducts(
          a.array(), a.at(matrix, row, k), a.rowStep(), a.step(), panel, depth, sums, 0, rows, n);
    }
  }
}
