package dev.cresset.backend.cpu;

import dev.cresset.backend.Blocks;
import java.util.Arrays;

/**
 * Softmax and its logarithm along {@code times} of {@code [outer, times, inner]}, and their
 * gradients, in single precision with sums in double. Works on tiles in scratch arrays, since loops
 * over arrays with different offsets are not vectorised.
 */
public final class Softmax {
  private static final int TILE = 2048;

  private Softmax() {}

  /** Room for one thread's tiles. */
  private static final class Tiles {
    private static final ThreadLocal<Tiles> HERE = ThreadLocal.withInitial(Tiles::new);

    final float[] a = new float[TILE];
    final float[] b = new float[TILE];
    final float[] c = new float[TILE];
    final double[] sums = new double[TILE];
  }

  /**
   * Softmax of {@code x}, which begins at {@code at}, into {@code y}, which begins at 0.
   *
   * @param log whether to take the logarithm
   */
  public static void forward(
      float[] x, int at, float[] y, int outer, int times, int inner, boolean log) {
    if (inner == 1) {
      int rows = Math.max(1, TILE / Math.max(times, 1)); // short rows share a tile
      Reduce.turns(
          (outer + rows - 1) / rows,
          times * rows * 4,
          block -> {
            int from = block * rows * times;
            int count = Math.min(rows, outer - block * rows);
            if (times > TILE) {
              row(x, at + from, y, from, times, log);
            } else {
              rows(x, at + from, y, from, count, times, log);
            }
          });
      return;
    }
    int tiles = (inner + TILE - 1) / TILE;
    Reduce.turns(
        outer * tiles,
        times * Math.min(inner, TILE) * 4,
        item -> {
          int from = item / tiles * times * inner + item % tiles * TILE;
          int n = Math.min(TILE, inner - item % tiles * TILE);
          columns(x, at + from, y, from, times, inner, n, log);
        });
  }

  /** {@code rows} rows of {@code n} elements, which fit into a tile together. */
  private static void rows(float[] x, int at, float[] y, int to, int rows, int n, boolean log) {
    float[] distances = Tiles.HERE.get().a;
    float[] powers = Tiles.HERE.get().b;
    System.arraycopy(x, at, distances, 0, rows * n);
    for (int from = 0; from < rows * n; from += n) {
      float greatest = Float.NEGATIVE_INFINITY;
      for (int j = from; j < from + n; j++) {
        greatest = Math.max(greatest, distances[j]);
      }
      for (int j = from; j < from + n; j++) {
        distances[j] -= greatest;
      }
    }
    Blocks.exp(distances, powers, rows * n);
    for (int from = 0; from < rows * n; from += n) {
      double sum = Folds.SUM.run(powers, from, n, 0, 0);
      if (log) {
        float shift = (float) Math.log(sum);
        for (int j = from; j < from + n; j++) {
          distances[j] -= shift;
        }
      } else {
        float scale = (float) (1 / sum);
        for (int j = from; j < from + n; j++) {
          powers[j] *= scale;
        }
      }
    }
    System.arraycopy(log ? distances : powers, 0, y, to, rows * n);
  }

  /** One row, longer than a tile. */
  private static void row(float[] x, int at, float[] y, int to, int n, boolean log) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = at; i < at + n; i++) {
      greatest = Math.max(greatest, x[i]);
    }
    float[] tile = Tiles.HERE.get().a;
    double sum = 0;
    for (int from = 0; from < n; from += TILE) {
      int count = Math.min(TILE, n - from);
      System.arraycopy(x, at + from, tile, 0, count);
      for (int j = 0; j < count; j++) {
        tile[j] -= greatest;
      }
      if (log) {
        System.arraycopy(tile, 0, y, to + from, count);
      }
      Blocks.exp(tile, tile, count);
      if (!log) {
        System.arraycopy(tile, 0, y, to + from, count);
      }
      sum += sum(tile, count);
    }
    if (log) {
      float shift = (float) Math.log(sum);
      for (int i = to; i < to + n; i++) {
        y[i] -= shift;
      }
    } else {
      float scale = (float) (1 / sum);
      for (int i = to; i < to + n; i++) {
        y[i] *= scale;
      }
    }
  }

  private static double sum(float[] x, int n) {
    return Folds.SUM.run(x, 0, n, 0, 0);
  }

  private static void columns(
      float[] x, int at, float[] y, int to, int times, int inner, int n, boolean log) {
    Tiles tiles = Tiles.HERE.get();
    float[] tile = tiles.a;
    float[] greatest = tiles.b;
    double[] sums = tiles.sums;
    Arrays.fill(greatest, 0, n, Float.NEGATIVE_INFINITY);
    Arrays.fill(sums, 0, n, 0);
    for (int t = 0; t < times; t++) {
      System.arraycopy(x, at + t * inner, tile, 0, n);
      for (int j = 0; j < n; j++) {
        greatest[j] = Math.max(greatest[j], tile[j]);
      }
    }
    for (int t = 0; t < times; t++) {
      System.arraycopy(x, at + t * inner, tile, 0, n);
      for (int j = 0; j < n; j++) {
        tile[j] -= greatest[j];
      }
      if (log) {
        System.arraycopy(tile, 0, y, to + t * inner, n);
      }
      Blocks.exp(tile, tile, n);
      if (!log) {
        System.arraycopy(tile, 0, y, to + t * inner, n);
      }
      for (int j = 0; j < n; j++) {
        sums[j] += tile[j];
      }
    }
    float[] last = tiles.c;
    for (int j = 0; j < n; j++) {
      last[j] = (float) (log ? Math.log(sums[j]) : 1 / sums[j]);
    }
    for (int t = 0; t < times; t++) {
      System.arraycopy(y, to + t * inner, tile, 0, n);
      if (log) {
        for (int j = 0; j < n; j++) {
          tile[j] -= last[j];
        }
      } else {
        for (int j = 0; j < n; j++) {
          tile[j] *= last[j];
        }
      }
      System.arraycopy(tile, 0, y, to + t * inner, n);
    }
  }

  /**
   * The gradient of {@link #forward}'s input, into {@code dx}; all arrays begin at the given
   * positions, {@code dx} at 0.
   */
  public static void backward(
      float[] dy,
      int dyAt,
      float[] y,
      int yAt,
      float[] dx,
      int outer,
      int times,
      int inner,
      boolean log) {
    int tiles = (inner + TILE - 1) / TILE;
    Reduce.turns(
        outer * tiles,
        times * Math.min(inner, TILE) * 4,
        item -> {
          int from = item / tiles * times * inner + item % tiles * TILE;
          if (inner == 1) {
            rowBackward(dy, dyAt + from, y, yAt + from, dx, from, times, log);
          } else {
            int n = Math.min(TILE, inner - item % tiles * TILE);
            columnsBackward(dy, dyAt + from, y, yAt + from, dx, from, times, inner, n, log);
          }
        });
  }

  private static void rowBackward(
      float[] dy, int dyAt, float[] y, int yAt, float[] dx, int to, int n, boolean log) {
    double sum = 0;
    if (log) {
      sum = Folds.SUM.run(dy, dyAt, n, 0, 0);
    } else {
      for (int i = 0; i < n; i++) {
        sum += (double) dy[dyAt + i] * y[yAt + i];
      }
    }
    float total = (float) sum;
    Tiles tiles = Tiles.HERE.get();
    float[] grad = tiles.a;
    float[] out = tiles.b;
    for (int from = 0; from < n; from += TILE) {
      int count = Math.min(TILE, n - from);
      System.arraycopy(dy, dyAt + from, grad, 0, count);
      System.arraycopy(y, yAt + from, out, 0, count);
      if (log) {
        Blocks.exp(out, out, count);
        for (int j = 0; j < count; j++) {
          grad[j] -= out[j] * total;
        }
      } else {
        for (int j = 0; j < count; j++) {
          grad[j] = (grad[j] - total) * out[j];
        }
      }
      System.arraycopy(grad, 0, dx, to + from, count);
    }
  }

  private static void columnsBackward(
      float[] dy,
      int dyAt,
      float[] y,
      int yAt,
      float[] dx,
      int to,
      int times,
      int inner,
      int n,
      boolean log) {
    Tiles tiles = Tiles.HERE.get();
    float[] grad = tiles.a;
    float[] out = tiles.b;
    float[] totals = tiles.c;
    double[] sums = tiles.sums;
    Arrays.fill(sums, 0, n, 0);
    for (int t = 0; t < times; t++) {
      System.arraycopy(dy, dyAt + t * inner, grad, 0, n);
      System.arraycopy(y, yAt + t * inner, out, 0, n);
      for (int j = 0; j < n; j++) {
        sums[j] += log ? grad[j] : (double) grad[j] * out[j];
      }
    }
    for (int j = 0; j < n; j++) {
      totals[j] = (float) sums[j];
    }
    for (int t = 0; t < times; t++) {
      System.arraycopy(dy, dyAt + t * inner, grad, 0, n);
      System.arraycopy(y, yAt + t * inner, out, 0, n);
      if (log) {
        Blocks.exp(out, out, n);
        for (int j = 0; j < n; j++) {
          grad[j] -= out[j] * totals[j];
        }
      } else {
        for (int j = 0; j < n; j++) {
          grad[j] = (grad[j] - totals[j]) * out[j];
        }
      }
      System.arraycopy(grad, 0, dx, to + t * inner, n);
    }
  }

  /** As the form in single precision. */
  public static void forward(
      double[] x, int at, double[] y, int outer, int times, int inner, boolean log) {
    Reduce.turns(
        outer * inner,
        times * 16,
        item -> {
          int from = item / inner * times * inner + item % inner;
          double greatest = Double.NEGATIVE_INFINITY;
          for (int t = 0, p = at + from; t < times; t++, p += inner) {
            greatest = Math.max(greatest, x[p]);
          }
          double sum = 0;
          for (int t = 0, p = from; t < times; t++, p += inner) {
            double distance = x[at + p] - greatest;
            double power = Math.exp(distance);
            y[p] = log ? distance : power;
            sum += power;
          }
          double last = log ? Math.log(sum) : sum;
          for (int t = 0, p = from; t < times; t++, p += inner) {
            y[p] = log ? y[p] - last : y[p] / last;
          }
        });
  }

  /** As the form in single precision. */
  public static void backward(
      double[] dy,
      int dyAt,
      double[] y,
      int yAt,
      double[] dx,
      int outer,
      int times,
      int inner,
      boolean log) {
    Reduce.turns(
        outer * inner,
        times * 16,
        item -> {
          int from = item / inner * times * inner + item % inner;
          double sum = 0;
          for (int t = 0, p = from; t < times; t++, p += inner) {
            sum += log ? dy[dyAt + p] : dy[dyAt + p] * y[yAt + p];
          }
          for (int t = 0, p = from; t < times; t++, p += inner) {
            double grad = dy[dyAt + p];
            double out = y[yAt + p];
            dx[p] = log ? grad - Math.exp(out) * sum : (grad - sum) * out;
          }
        });
  }
}
