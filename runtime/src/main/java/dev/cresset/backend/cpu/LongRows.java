package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import java.util.Arrays;

/** Whole numbers, which wrap. */
final class LongRows extends Rows<long[]> {

  @Override
  long[] array(Strided view) {
    return view.storage().longs();
  }

  @Override
  long[] array(int length) {
    return new long[length];
  }

  @Override
  long[][] arrays(int count, int length) {
    return new long[count][length];
  }

  @Override
  int length(long[] array) {
    return array.length;
  }

  @Override
  void zero(long[] row, int n) {
    Arrays.fill(row, 0, n, 0);
  }

  @Override
  void read(long[] from, int position, int step, long[] to, int n) {
    for (int i = 0, p = position; i < n; i++, p += step) {
      to[i] = from[p];
    }
  }

  @Override
  void copy(long[] from, int position, int step, long[] to, int at, int toStep, int n) {
    if (step == 1 && toStep == 1) {
      System.arraycopy(from, position, to, at, n);
    } else {
      for (int i = 0, p = position, q = at; i < n; i++, p += step, q += toStep) {
        to[q] = from[p];
      }
    }
  }

  @Override
  void gather(long[] from, int position, int rowStep, int step, long[][] panel, int depth, int n) {
    for (int q = 0; q < depth; q++) {
      read(from, position + q * rowStep, step, panel[q], n);
    }
  }

  @Override
  void addProducts(
      long[] a,
      int start,
      int rowStep,
      int step,
      long[][] panel,
      int depth,
      long[][] sums,
      int first,
      int rows,
      int n) {
    for (int i = 0; i < rows; i++) {
      for (int q = 0; q < depth; q++) {
        one(sums[first + i], panel[q], a[start + i * rowStep + q * step], n);
      }
    }
  }

  private static void one(long[] c, long[] b, long a, int n) {
    for (int j = 0; j < n; j++) {
      c[j] += a * b[j];
    }
  }

  @Override
  void add(long[] from, long[] to, int n) {
    for (int j = 0; j < n; j++) {
      to[j] += from[j];
    }
  }

  @Override
  void dots(
      long[] a,
      int start,
      int step,
      long[] b,
      int bStart,
      int bRowStep,
      int bStep,
      int depth,
      long[] to,
      int n) {
    for (int j = 0; j < n; j++) {
      int q = bStart + j * bStep;
      for (int k = 0, p = start; k < depth; k++, p += step, q += bRowStep) {
        to[j] += a[p] * b[q];
      }
    }
  }
}
