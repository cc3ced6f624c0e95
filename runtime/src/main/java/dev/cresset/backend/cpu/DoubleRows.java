package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import java.util.Arrays;

/** Double precision. */
final class DoubleRows extends Rows<double[]> {

  @Override
  double[] array(Strided view) {
    return view.storage().doubles();
  }

  @Override
  double[] array(int length) {
    return new double[length];
  }

  @Override
  double[][] arrays(int count, int length) {
    return new double[count][length];
  }

  @Override
  int length(double[] array) {
    return array.length;
  }

  @Override
  void zero(double[] row, int n) {
    Arrays.fill(row, 0, n, 0);
  }

  @Override
  void read(double[] from, int position, int step, double[] to, int n) {
    if (step == 1) {
      System.arraycopy(from, position, to, 0, n);
    } else if (step == 0) {
      Arrays.fill(to, 0, n, from[position]);
    } else {
      for (int i = 0, p = position; i < n; i++, p += step) {
        to[i] = from[p];
      }
    }
  }

  @Override
  void copy(double[] from, int position, int step, double[] to, int at, int toStep, int n) {
    if (step == 1 && toStep == 1) {
      System.arraycopy(from, position, to, at, n);
    } else {
      for (int i = 0, p = position, q = at; i < n; i++, p += step, q += toStep) {
        to[q] = from[p];
      }
    }
  }

  @Override
  void gather(
      double[] from, int position, int rowStep, int step, double[][] panel, int depth, int n) {
    if (step == 1 || depth < DEPTH) {
      for (int q = 0; q < depth; q++) {
        read(from, position + q * rowStep, step, panel[q], n);
      }
      return;
    }
    double[] b0 = panel[0];
    double[] b1 = panel[1];
    double[] b2 = panel[2];
    double[] b3 = panel[3];
    double[] b4 = panel[4];
    double[] b5 = panel[5];
    double[] b6 = panel[6];
    double[] b7 = panel[7];
    for (int j = 0, p = position; j < n; j++, p += step) { // all of a cache line at once
      b0[j] = from[p];
      b1[j] = from[p + rowStep];
      b2[j] = from[p + 2 * rowStep];
      b3[j] = from[p + 3 * rowStep];
      b4[j] = from[p + 4 * rowStep];
      b5[j] = from[p + 5 * rowStep];
      b6[j] = from[p + 6 * rowStep];
      b7[j] = from[p + 7 * rowStep];
    }
  }

  @Override
  void addProducts(
      double[] a,
      int start,
      int rowStep,
      int step,
      double[][] panel,
      int depth,
      double[][] sums,
      int first,
      int rows,
      int n) {
    for (int i = 0; i < rows; i++) {
      int p = start + i * rowStep;
      int q = 0;
      for (; q + 3 < depth; q += 4, p += 4 * step) {
        four(
            sums[first + i],
            panel[q],
            panel[q + 1],
            panel[q + 2],
            panel[q + 3],
            a[p],
            a[p + step],
            a[p + 2 * step],
            a[p + 3 * step],
            n);
      }
      for (; q < depth; q++, p += step) {
        one(sums[first + i], panel[q], a[p], n);
      }
    }
  }

  /** Four terms of each sum in one visit, for the sums' loads and stores cost as much as terms. */
  private static void four(
      double[] c,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double a0,
      double a1,
      double a2,
      double a3,
      int n) {
    for (int j = 0; j < n; j++) {
      c[j] =
          Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
    }
  }

  private static void one(double[] c, double[] b, double a, int n) {
    for (int j = 0; j < n; j++) {
      c[j] = Math.fma(a, b[j], c[j]);
    }
  }

  @Override
  void add(double[] from, double[] to, int n) {
    for (int j = 0; j < n; j++) {
      to[j] += from[j];
    }
  }

  @Override
  void dots(
      double[] a,
      int start,
      int step,
      double[] b,
      int bStart,
      int bRowStep,
      int bStep,
      int depth,
      double[] to,
      int n) {
    int j = 0;
    for (; j + 3 < n; j += 4) { // four at a time: one alone waits for each of its terms
      int p1 = bStart + j * bStep;
      double s0 = to[j];
      double s1 = to[j + 1];
      double s2 = to[j + 2];
      double s3 = to[j + 3];
      for (int k = 0, p = start; k < depth; k++, p += step, p1 += bRowStep) {
        double x = a[p];
        s0 = Math.fma(x, b[p1], s0);
        s1 = Math.fma(x, b[p1 + bStep], s1);
        s2 = Math.fma(x, b[p1 + 2 * bStep], s2);
        s3 = Math.fma(x, b[p1 + 3 * bStep], s3);
      }
      to[j] = s0;
      to[j + 1] = s1;
      to[j + 2] = s2;
      to[j + 3] = s3;
    }
    for (; j < n; j++) {
      double sum = to[j];
      int q = bStart + j * bStep;
      for (int k = 0, p = start; k < depth; k++, p += step, q += bRowStep) {
        sum = Math.fma(a[p], b[q], sum);
      }
      to[j] = sum;
    }
  }
}
