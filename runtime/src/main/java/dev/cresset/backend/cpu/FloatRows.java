package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import java.util.Arrays;

/** Single precision. */
final class FloatRows extends Rows<float[]> {

  @Override
  float[] array(Strided view) {
    return view.storage().floats();
  }

  @Override
  float[] array(int length) {
    return new float[length];
  }

  @Override
  float[][] arrays(int count, int length) {
    return new float[count][length];
  }

  @Override
  int length(float[] array) {
    return array.length;
  }

  @Override
  void zero(float[] row, int n) {
    Arrays.fill(row, 0, n, 0);
  }

  @Override
  void read(float[] from, int position, int step, float[] to, int n) {
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
  void copy(float[] from, int position, int step, float[] to, int at, int toStep, int n) {
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
      float[] from, int position, int rowStep, int step, float[][] panel, int depth, int n) {
    if (step == 1 || depth < DEPTH) {
      for (int q = 0; q < depth; q++) {
        read(from, position + q * rowStep, step, panel[q], n);
      }
      return;
    }
    float[] b0 = panel[0];
    float[] b1 = panel[1];
    float[] b2 = panel[2];
    float[] b3 = panel[3];
    float[] b4 = panel[4];
    float[] b5 = panel[5];
    float[] b6 = panel[6];
    float[] b7 = panel[7];
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
      float[] a,
      int start,
      int rowStep,
      int step,
      float[][] panel,
      int depth,
      float[][] sums,
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
      float[] c,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      float a0,
      float a1,
      float a2,
      float a3,
      int n) {
    for (int j = 0; j < n; j++) {
      c[j] =
          Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
    }
  }

  private static void one(float[] c, float[] b, float a, int n) {
    for (int j = 0; j < n; j++) {
      c[j] = Math.fma(a, b[j], c[j]);
    }
  }

  @Override
  void add(float[] from, float[] to, int n) {
    for (int j = 0; j < n; j++) {
      to[j] += from[j];
    }
  }

  @Override
  void dots(
      float[] a,
      int start,
      int step,
      float[] b,
      int bStart,
      int bRowStep,
      int bStep,
      int depth,
      float[] to,
      int n) {
    int j = 0;
    for (; j + 3 < n; j += 4) { // four at a time: one alone waits for each of its terms
      int p1 = bStart + j * bStep;
      float s0 = to[j];
      float s1 = to[j + 1];
      float s2 = to[j + 2];
      float s3 = to[j + 3];
      for (int k = 0, p = start; k < depth; k++, p += step, p1 += bRowStep) {
        float x = a[p];
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
      float sum = to[j];
      int q = bStart + j * bStep;
      for (int k = 0, p = start; k < depth; k++, p += step, q += bRowStep) {
        sum = Math.fma(a[p], b[q], sum);
      }
      to[j] = sum;
    }
  }
}
