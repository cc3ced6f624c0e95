package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;

/** Double precision. */
final class DoubleReals extends Reals<double[]> {

  @Override
  double[] array(Strided view) {
    return view.storage().doubles();
  }

  @Override
  double[] array(int length) {
    return new double[length];
  }

  @Override
  double get(double[] x, int i) {
    return x[i];
  }

  @Override
  void set(double[] x, int i, double value) {
    x[i] = value;
  }

  @Override
  double sum(double[] x, int start, int runs, int step, int n) {
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
  double squares(double[] x, double mean, int start, int runs, int step, int n) {
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
  double products(double[] dy, double[] x, double mean, int start, int runs, int step, int n) {
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
      double[] x, double factor, double shift, double[] to, int start, int runs, int step, int n) {
    double f = factor;
    double s = shift;
    for (int r = 0; r < runs; r++) {
      scale(x, f, s, to, start + r * step, start + r * step + n);
    }
  }

  private static void scale(double[] x, double f, double s, double[] to, int from, int end) {
    for (int i = from; i < end; i++) {
      to[i] = Math.fma(x[i], f, s);
    }
  }

  @Override
  void raise(double[] x, double value, int start, int runs, int step, int n) {
    for (int r = 0; r < runs; r++) {
      for (int i = start + r * step, end = i + n; i < end; i++) {
        x[i] += value;
      }
    }
  }

  @Override
  void add(double[] from, int position, double[] to, int at, int step, int n) {
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
      double[] dy,
      double byDy,
      double[] x,
      double mean,
      double byX,
      double shift,
      double[] to,
      int start,
      int runs,
      int step,
      int n) {
    double a = byDy;
    double m = mean;
    double b = byX;
    double s = shift;
    for (int r = 0; r < runs; r++) {
      combine(dy, a, x, m, b, s, to, start + r * step, start + r * step + n);
    }
  }

  private static void combine(
      double[] dy,
      double a,
      double[] x,
      double m,
      double b,
      double s,
      double[] to,
      int from,
      int end) {
    for (int i = from; i < end; i++) {
      to[i] = Math.fma(dy[i], a, Math.fma(x[i] - m, b, s));
    }
  }

  @Override
  void weigh(double[] row, double[] weight, double[] bias, int n) {
    for (int j = 0; j < n; j++) {
      row[j] = Math.fma(row[j], weight[j], bias[j]);
    }
  }

  @Override
  void multiply(double[] row, double[] weight, int n) {
    for (int j = 0; j < n; j++) {
      row[j] *= weight[j];
    }
  }

  @Override
  void addProducts(
      double[] dy,
      double[] x,
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
