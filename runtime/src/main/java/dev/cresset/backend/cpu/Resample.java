package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/**
 * Weighted sums of elements along one dimension, and the gradients of these. Arrays are seen with
 * three sizes, {@code [outer, size, inner]}, F32 or F64 from their beginnings; the middle one
 * becomes another.
 */
public final class Resample {
  /** How many rows one piece of work takes. */
  private static final int ROWS = 16;

  private Resample() {}

  /** Writes the sums that {@code taps} name to {@code to}. */
  public static void forward(Strided x, Strided to, int outer, int inner, Taps taps) {
    if (to.dtype() == DType.F64) {
      forward(x.storage().doubles(), to.storage().doubles(), outer, inner, taps);
    } else {
      forward(x.storage().floats(), to.storage().floats(), outer, inner, taps, taps.floats());
    }
  }

  /** Adds to {@code to}, all 0 before, what each element of the result owes to its sources. */
  public static void backward(Strided dy, Strided to, int outer, int inner, Taps taps) {
    if (to.dtype() == DType.F64) {
      backward(dy.storage().doubles(), to.storage().doubles(), outer, inner, taps);
    } else {
      backward(dy.storage().floats(), to.storage().floats(), outer, inner, taps, taps.floats());
    }
  }

  private static void forward(
      float[] x, float[] to, int outer, int inner, Taps taps, float[] weights) {
    int rows = outer * (inner == 1 ? 1 : taps.results());
    Parallel.each(
        (rows + ROWS - 1) / ROWS,
        (long) to.length * taps.count(),
        piece -> {
          for (int row = piece * ROWS; row < Math.min(rows, (piece + 1) * ROWS); row++) {
            if (inner == 1) {
              gather(x, row * taps.size(), to, row * taps.results(), taps, weights);
              continue;
            }
            int o = row % taps.results();
            int first = row / taps.results() * taps.size();
            for (int t = o * taps.count(); t < (o + 1) * taps.count(); t++) {
              int from = (first + taps.from()[t]) * inner;
              add(x, from, weights[t], to, row * inner, inner);
            }
          }
        });
  }

  private static void gather(float[] x, int from, float[] to, int at, Taps taps, float[] weights) {
    int[] places = taps.from();
    if (taps.count() == 2) {
      for (int o = 0; o < taps.results(); o++) {
        to[at + o] =
            weights[2 * o] * x[from + places[2 * o]]
                + weights[2 * o + 1] * x[from + places[2 * o + 1]];
      }
      return;
    }
    int t = 0;
    for (int o = 0; o < taps.results(); o++) {
      float sum = 0;
      for (int k = 0; k < taps.count(); k++, t++) {
        sum += weights[t] * x[from + places[t]];
      }
      to[at + o] = sum;
    }
  }

  private static void scatter(
      float[] dy, int from, float[] to, int at, Taps taps, float[] weights) {
    int[] places = taps.from();
    int t = 0;
    for (int o = 0; o < taps.results(); o++) {
      float share = dy[from + o];
      for (int k = 0; k < taps.count(); k++, t++) {
        to[at + places[t]] += weights[t] * share;
      }
    }
  }

  private static void add(float[] x, int from, float weight, float[] to, int at, int n) {
    for (int i = 0; i < n; i++) {
      to[at + i] += weight * x[from + i];
    }
  }

  private static void backward(
      float[] dy, float[] to, int outer, int inner, Taps taps, float[] weights) {
    Parallel.each(
        outer,
        (long) dy.length * taps.count(),
        row -> {
          if (inner == 1) {
            scatter(dy, row * taps.results(), to, row * taps.size(), taps, weights);
            return;
          }
          for (int o = 0; o < taps.results(); o++) {
            int from = (row * taps.results() + o) * inner;
            for (int t = o * taps.count(); t < (o + 1) * taps.count(); t++) {
              int at = (row * taps.size() + taps.from()[t]) * inner;
              add(dy, from, weights[t], to, at, inner);
            }
          }
        });
  }

  private static void forward(double[] x, double[] to, int outer, int inner, Taps taps) {
    int rows = outer * taps.results();
    Parallel.each(
        (rows + ROWS - 1) / ROWS,
        (long) to.length * taps.count(),
        piece -> {
          for (int row = piece * ROWS; row < Math.min(rows, (piece + 1) * ROWS); row++) {
            int o = row % taps.results();
            int first = row / taps.results() * taps.size();
            for (int t = o * taps.count(); t < (o + 1) * taps.count(); t++) {
              int from = (first + taps.from()[t]) * inner;
              add(x, from, taps.weights()[t], to, row * inner, inner);
            }
          }
        });
  }

  private static void backward(double[] dy, double[] to, int outer, int inner, Taps taps) {
    Parallel.each(
        outer,
        (long) dy.length * taps.count(),
        row -> {
          for (int o = 0; o < taps.results(); o++) {
            int from = (row * taps.results() + o) * inner;
            for (int t = o * taps.count(); t < (o + 1) * taps.count(); t++) {
              int at = (row * taps.size() + taps.from()[t]) * inner;
              add(dy, from, taps.weights()[t], to, at, inner);
            }
          }
        });
  }

  private static void add(double[] x, int from, double weight, double[] to, int at, int n) {
    for (int i = 0; i < n; i++) {
      to[at + i] += weight * x[from + i];
    }
  }
}
