package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;

/** Single precision. */
final class FloatReals extends Reals<float[]> {

  @Override
  float[] array(Strided view) {
    return view.storage().floats();
  }

  @Override
  float[] array(int length) {
    return new float[length];
  }

  @Override
  double get(float[] x, int i) {
    return x[i];
  }

  @Override
  void set(float[] x, int i, double value) {
    x[i] = (float) value;
  }

  @Override
  double sum(float[] x, int start, int runs, int step, int n) {
    double a = 0; // four sums, for one alone would wait for each of its terms
    double b = 0;
    double c = 0;
    double d = 0;
    for (int r = 0; r < runs; r++) {
      int i = start + r * step;
      int end = i + n;
      for (; i + 3 < end; i += 4) {
        a += x[i];
        b += x[i + 1];
        c += x[i + 2];
        d += x[i + 3];
      }
      for (; i < end; i++) {
        a += x[i];
      }
    }
    return a + b + (c + d);
  }

  @Override
  double squares(float[] x, double mean, int start, int runs, int step, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int r = 0; r < runs; r++) {
      int i = start + r * step;
      int end = i + n;
      for (; i + 3 < end; i += 4) {
        double p = x[i] - mean;
        double q = x[i + 1] - mean;
        double s = x[i + 2] - mean;
        double t = x[i + 3] - mean;
        a = Math.fma(p, p, a);
        b = Math.fma(q, q, b);
        c = Math.fma(s, s, c);
        d = Math.fma(t, t, d);
      }
      for (; i < end; i++) {
        double p = x[i] - mean;
        a = Math.fma(p, p, a);
      }
    }
    return a + b + (c + d);
  }

  @Override
  double products(float[] dy, float[] x, double mean, int start, int runs, int step, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int r = 0; r < runs; r++) {
      int i = start + r * step;
      int end = i + n;
      for (; i + 3 < end; i += 4) {
        a = Math.fma(dy[i], x[i] - mean, a);
        b = Math.fma(dy[i + 1], x[i + 1] - mean, b);
        c = Math.fma(dy[i + 2], x[i + 2] - mean, c);
        d = Math.fma(dy[i + 3], x[i + 3] - mean, d);
      }
      for (; i < end; i++) {
        a = Math.fma(dy[i], x[i] - mean, a);
      }
    }
    return a + b + (c + d);
  }

  @Override
  void scale(
      float[] x, double factor, double shift, float[] to, int start, int runs, int step, int n) {
    float f = (float) factor;
    float s = (float) shift;
    for (int r = 0; r < runs; r++) {
      scale(x, f, s, to, start + r * step, start + r * step + n);
    }
  }

  private static void scale(float[] x, float f, float s, float[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] = Math.fma(x[i], f, s);
    }
  }

  @Override
  void raise(float[] x, double value, int start, int runs, int step, int n) {
    float v = (float) value;
    for (int r = 0; r < runs; r++) {
      for (int i = start + r * step, end = i + n; i < end; i++) {
        x[i] += v;
      }
    }
  }

  @Override
  void add(float[] from, int position, float[] to, int at, int step, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        to[at + i] += from[position + i];
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      to[at + i * step] += from[position + i];
    }
  }

  @Override
  void combine(
      float[] dy,
      double byDy,
      float[] x,
      double mean,
      double byX,
      double shift,
      float[] to,
      int start,
      int runs,
      int step,
      int n) {
    float a = (float) byDy;
    float m = (float) mean;
    float b = (float) byX;
    float s = (float) shift;
    for (int r = 0; r < runs; r++) {
      combine(dy, a, x, m, b, s, to, start + r * step, start + r * step + n);
    }
  }

  private static void combine(
      float[] dy, float a, float[] x, float m, float b, float s, float[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] = Math.fma(dy[i], a, Math.fma(x[i] - m, b, s));
    }
  }

  @Override
  void weigh(float[] row, float[] weight, float[] bias, int n) {
    for (int j = 0; j < n; j++) {
      row[j] = Math.fma(row[j], weight[j], bias[j]);
    }
  }

  @Override
  void multiply(float[] row, float[] weight, int n) {
    for (int j = 0; j < n; j++) {
      row[j] *= weight[j];
    }
  }

  @Override
  void addProducts(
      float[] dy,
      float[] x,
      int start,
      double mean,
      double factor,
      double[] weight,
      double[] bias) {
    for (int j = 0; j < weight.length; j++) {
      double d = dy[start + j];
      weight[j] += d * (x[start + j] - mean) * factor;
      bias[j] += d;
    }
  }
}
