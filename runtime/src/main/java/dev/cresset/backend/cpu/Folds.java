package dev.cresset.backend.cpu;

import dev.cresset.backend.Blocks;
import dev.cresset.backend.PointwiseKernel;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** The ways to make one number of many reals. */
public final class Folds {
  private Folds() {}

  /** The sum. */
  public static final Fold SUM = new Sum();

  /** The sum of those that are numbers. */
  public static final Fold SUM_OF_NUMBERS =
      of(0, (sum, x) -> Double.isNaN(x) ? sum : sum + x, Double::sum);

  /** The product. */
  public static final Fold PRODUCT = of(1, (sum, x) -> sum * x, (a, b) -> a * b);

  /** The greatest; NaN if there is one. */
  public static final Fold GREATEST = new Greatest();

  /** The least; NaN if there is one. */
  public static final Fold LEAST = new Least();

  /** The greatest magnitude; NaN if there is one. */
  public static final Fold GREATEST_MAGNITUDE =
      of(0, (a, x) -> Math.max(a, Math.abs(x)), Math::max);

  /** The least magnitude; NaN if there is one. */
  public static final Fold LEAST_MAGNITUDE =
      of(Double.POSITIVE_INFINITY, (a, x) -> Math.min(a, Math.abs(x)), Math::min);

  /** The sum of magnitudes. */
  public static final Fold SUM_OF_MAGNITUDES = of(0, (sum, x) -> sum + Math.abs(x), Double::sum);

  /** The sum of squares. */
  public static final Fold SUM_OF_SQUARES = new Squares();

  /** How many are not 0. */
  public static final Fold COUNT_NONZERO = of(0, (sum, x) -> x != 0 ? sum + 1 : sum, Double::sum);

  /** 1 if all are not 0. */
  public static final Fold ALL = of(1, (all, x) -> x != 0 ? all : 0, Math::min);

  /** 1 if any is not 0. */
  public static final Fold ANY = of(0, (any, x) -> x != 0 ? 1 : any, Math::max);

  /** The sum of magnitudes to the power of {@code p}. */
  public static Fold sumOfPowers(double p) {
    return of(0, (sum, x) -> sum + Math.pow(Math.abs(x), p), Double::sum);
  }

  /** The sum of squared distances from a center for each result. */
  public static Fold sumOfSquaresAround(double[] centers) {
    return new SquaresAround(centers);
  }

  /** The sum of e^(x − shift), with a shift for each result. */
  public static Fold sumOfExponentials(double[] shifts) {
    return new Exponentials(shifts);
  }

  private static Fold of(double start, DoubleBinaryOperator step, DoubleBinaryOperator join) {
    return new Fold(start) {
      @Override
      protected double step(double sum, double x, int result) {
        return step.applyAsDouble(sum, x);
      }

      @Override
      protected double join(double a, double b) {
        return join.applyAsDouble(a, b);
      }
    };
  }

  private static final class Sum extends Fold {
    Sum() {
      super(0);
    }

    @Override
    protected double step(double sum, double x, int result) {
      return sum + x;
    }

    @Override
    protected double join(double a, double b) {
      return a + b;
    }

    @Override
    double run(float[] x, int at, int n, double sum, int result) {
      double a = 0; // four sums, so that one addition need not wait for the other
      double b = 0;
      double c = 0;
      double d = 0;
      int i = at;
      for (int end = at + n - 3; i < end; i += 4) {
        a += x[i];
        b += x[i + 1];
        c += x[i + 2];
        d += x[i + 3];
      }
      for (; i < at + n; i++) {
        a += x[i];
      }
      return sum + (a + b + (c + d));
    }

    @Override
    double run(double[] x, int at, int n, double sum, int result) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int i = at;
      for (int end = at + n - 3; i < end; i += 4) {
        a += x[i];
        b += x[i + 1];
        c += x[i + 2];
        d += x[i + 3];
      }
      for (; i < at + n; i++) {
        a += x[i];
      }
      return sum + (a + b + (c + d));
    }

    @Override
    void rows(float[] x, int at, int count, int stride, int n, double[] sums, int to, int result) {
      int r = 0;
      int p = at;
      for (; r + 3 < count; r += 4, p += 4 * stride) {
        int q = p + stride;
        int s = q + stride;
        int t = s + stride;
        for (int j = 0; j < n; j++) {
          sums[to + j] += (double) x[p + j] + x[q + j] + ((double) x[s + j] + x[t + j]);
        }
      }
      for (; r < count; r++, p += stride) {
        for (int j = 0; j < n; j++) {
          sums[to + j] += x[p + j];
        }
      }
    }
  }

  private static final class Squares extends Fold {
    Squares() {
      super(0);
    }

    @Override
    protected double step(double sum, double x, int result) {
      return sum + x * x;
    }

    @Override
    protected double join(double a, double b) {
      return a + b;
    }

    @Override
    double run(float[] x, int at, int n, double sum, int result) {
      double a = 0;
      double b = 0;
      int i = at;
      for (; i < at + n - 1; i += 2) {
        a += (double) x[i] * x[i];
        b += (double) x[i + 1] * x[i + 1];
      }
      return sum + (a + b) + (i < at + n ? (double) x[i] * x[i] : 0);
    }
  }

  private static final class SquaresAround extends Fold {
    private final double[] centers;

    SquaresAround(double[] centers) {
      super(0);
      this.centers = centers;
    }

    @Override
    protected double step(double sum, double x, int result) {
      double distance = x - centers[result];
      return sum + distance * distance;
    }

    @Override
    protected double join(double a, double b) {
      return a + b;
    }

    @Override
    double run(float[] x, int at, int n, double sum, int result) {
      double center = centers[result];
      double a = 0;
      double b = 0;
      int i = at;
      for (; i < at + n - 1; i += 2) {
        double even = x[i] - center;
        double odd = x[i + 1] - center;
        a += even * even;
        b += odd * odd;
      }
      return i < at + n ? step(sum + (a + b), x[i], result) : sum + (a + b);
    }
  }

  private static final class Exponentials extends Fold {
    private final double[] shifts;

    Exponentials(double[] shifts) {
      super(0);
      this.shifts = shifts;
    }

    @Override
    protected double step(double sum, double x, int result) {
      return sum + Math.exp(x - shifts[result]);
    }

    @Override
    protected double join(double a, double b) {
      return a + b;
    }

    @Override
    double run(float[] x, int at, int n, double sum, int result) {
      float[] tile = Scratch.here().floatLane(PointwiseKernel.TILE);
      float shift = (float) shifts[result];
      double all = sum;
      for (int from = 0; from < n; from += PointwiseKernel.TILE) {
        int count = Math.min(PointwiseKernel.TILE, n - from);
        System.arraycopy(x, at + from, tile, 0, count);
        for (int j = 0; j < count; j++) {
          tile[j] -= shift;
        }
        Blocks.exp(tile, tile, count);
        all = SUM.run(tile, 0, count, all, result);
      }
      return all;
    }
  }

  private static final class Greatest extends Fold {
    Greatest() {
      super(Double.NEGATIVE_INFINITY);
    }

    @Override
    protected double step(double sum, double x, int result) {
      return Math.max(sum, x);
    }

    @Override
    protected double join(double a, double b) {
      return Math.max(a, b);
    }

    @Override
    double run(float[] x, int at, int n, double sum, int result) {
      float greatest = Float.NEGATIVE_INFINITY;
      for (int i = at; i < at + n; i++) {
        greatest = Math.max(greatest, x[i]);
      }
      return Math.max(sum, greatest);
    }

    @Override
    void rows(float[] x, int at, int count, int stride, int n, double[] sums, int to, int result) {
      float[] greatest = new float[n]; // beside a copy of the row, since C2 wants one index for all
      float[] row = new float[n];
      Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
      for (int r = 0, p = at; r < count; r++, p += stride) {
        System.arraycopy(x, p, row, 0, n);
        for (int j = 0; j < n; j++) {
          greatest[j] = Math.max(greatest[j], row[j]);
        }
      }
      for (int j = 0; j < n; j++) {
        sums[to + j] = Math.max(sums[to + j], greatest[j]);
      }
    }
  }

  private static final class Least extends Fold {
    Least() {
      super(Double.POSITIVE_INFINITY);
    }

    @Override
    protected double step(double sum, double x, int result) {
      return Math.min(sum, x);
    }

    @Override
    protected double join(double a, double b) {
      return Math.min(a, b);
    }

    @Override
    double run(float[] x, int at, int n, double sum, int result) {
      float least = Float.POSITIVE_INFINITY;
      for (int i = at; i < at + n; i++) {
        least = Math.min(least, x[i]);
      }
      return Math.min(sum, least);
    }

    @Override
    void rows(float[] x, int at, int count, int stride, int n, double[] sums, int to, int result) {
      float[] least = new float[n];
      float[] row = new float[n];
      Arrays.fill(least, Float.POSITIVE_INFINITY);
      for (int r = 0, p = at; r < count; r++, p += stride) {
        System.arraycopy(x, p, row, 0, n);
        for (int j = 0; j < n; j++) {
          least[j] = Math.min(least[j], row[j]);
        }
      }
      for (int j = 0; j < n; j++) {
        sums[to + j] = Math.min(sums[to + j], least[j]);
      }
    }
  }
}
