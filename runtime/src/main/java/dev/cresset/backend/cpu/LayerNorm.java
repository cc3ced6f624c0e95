package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation by row. Views are of one dtype, F32 or F64, and lie row by row from the beginning
 * of their arrays; what is normalised are rows of {@code n} elements.
 */
public final class LayerNorm<A> {
  private static final int CHUNKS = 16;

  private final Reals<A> kind;
  private final int rows;
  private final int n;

  private LayerNorm(Reals<A> kind, int rows, int n) {
    this.kind = kind;
    this.rows = rows;
    this.n = n;
  }

  /** Writes {@code (x − mean) · rstd · weight + bias}, and each row's mean and rstd. */
  public static void apply(
      Strided x,
      int n,
      @Nullable Strided weight,
      @Nullable Strided bias,
      double eps,
      Strided to,
      Strided mean,
      Strided rstd) {
    new LayerNorm<>(Reals.of(x.dtype()), (int) mean.numel(), n)
        .normalise(x, weight, bias, eps, to, mean, rstd);
  }

  private void normalise(
      Strided x,
      @Nullable Strided weight,
      @Nullable Strided bias,
      double eps,
      Strided to,
      Strided mean,
      Strided rstd) {
    A from = kind.array(x);
    A result = kind.array(to);
    A means = kind.array(mean);
    A rstds = kind.array(rstd);
    A scales = filled(weight, 1);
    A shifts = filled(bias, 0);
    boolean affine = weight != null || bias != null;
    chunks(
        (first, end, chunk) -> {
          A row = kind.array(n);
          for (int r = first; r < end; r++) {
            double m = kind.sum(from, r * n, 1, 0, n) / n;
            double s = 1 / Math.sqrt(kind.squares(from, m, r * n, 1, 0, n) / n + eps);
            kind.set(means, r, m);
            kind.set(rstds, r, s);
            kind.scale(from, s, -m * s, result, r * n, 1, 0, n);
            if (affine) {
              System.arraycopy(result, r * n, row, 0, n);
              kind.weigh(row, scales, shifts, n);
              System.arraycopy(row, 0, result, r * n, n);
            }
          }
        });
  }

  /** Writes the gradients of x, weight and bias. */
  public static void gradients(
      Strided dy,
      Strided x,
      int n,
      Strided mean,
      Strided rstd,
      @Nullable Strided weight,
      Strided dx,
      double[] dweight,
      double[] dbias) {
    new LayerNorm<>(Reals.of(x.dtype()), (int) mean.numel(), n)
        .differentiate(dy, x, mean, rstd, weight, dx, dweight, dbias);
  }

  private void differentiate(
      Strided dy,
      Strided x,
      Strided mean,
      Strided rstd,
      @Nullable Strided weight,
      Strided dx,
      double[] dweight,
      double[] dbias) {
    A from = kind.array(x);
    A gradient = kind.array(dy);
    A to = kind.array(dx);
    A means = kind.array(mean);
    A rstds = kind.array(rstd);
    A scales = filled(weight, 1);
    double[][] weights = new double[CHUNKS][];
    double[][] biases = new double[CHUNKS][];
    chunks(
        (first, end, chunk) -> {
          A row = kind.array(n); // dy · weight, beside x at the row's place
          A place = kind.array(n);
          double[] w = new double[n];
          double[] b = new double[n];
          for (int r = first; r < end; r++) {
            double m = kind.get(means, r);
            double s = kind.get(rstds, r);
            kind.addProducts(gradient, from, r * n, m, s, w, b);
            System.arraycopy(gradient, r * n, row, 0, n);
            System.arraycopy(from, r * n, place, 0, n);
            if (weight != null) {
              kind.multiply(row, scales, n);
            }
            double sum = kind.sum(row, 0, 1, 0, n);
            double product = kind.products(row, place, m, 0, 1, 0, n);
            kind.combine(row, s, place, m, -s * s * s * product / n, -s * sum / n, row, 0, 1, 0, n);
            System.arraycopy(row, 0, to, r * n, n);
          }
          weights[chunk] = w;
          biases[chunk] = b;
        });
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      if (weights[chunk] != null) {
        for (int j = 0; j < n; j++) {
          dweight[j] += weights[chunk][j];
          dbias[j] += biases[chunk][j];
        }
      }
    }
  }

  /** Works on rows {@code first} to {@code end}. */
  private interface Chunk {
    void run(int first, int end, int chunk);
  }

  /** Cut at places that sizes alone decide. */
  private void chunks(Chunk work) {
    int height = (rows + CHUNKS - 1) / CHUNKS;
    if (height > 0) {
      Parallel.each(
          (rows + height - 1) / height,
          (long) rows * n,
          c -> work.run(c * height, Math.min(rows, (c + 1) * height), c));
    }
  }

  private A filled(@Nullable Strided values, double otherwise) {
    if (values != null) {
      return kind.array(values);
    }
    A all = kind.array(n);
    for (int j = 0; j < n; j++) {
      kind.set(all, j, otherwise);
    }
    return all;
  }
}
