package dev.cresset.backend.cpu;

/**
 * What a fold has come to at each element along {@code times} of {@code [outer, times, inner]}; the
 * results lie row by row.
 */
public final class Scan {
  private static final Fold LOG_SUM_OF_EXPONENTIALS = new LogSumOfExponentials();

  private Scan() {}

  /** The logarithm of the sum of exponentials so far. */
  public static Fold logSumOfExponentials() {
    return LOG_SUM_OF_EXPONENTIALS;
  }

  private static final class LogSumOfExponentials extends Fold {
    LogSumOfExponentials() {
      super(Double.NEGATIVE_INFINITY);
    }

    @Override
    protected double step(double sum, double x, int result) {
      double least = Math.min(sum, x);
      double greatest = Math.max(sum, x);
      if (least == greatest && Double.isInfinite(least)) {
        return greatest;
      }
      return greatest + Math.log1p(Math.exp(least - greatest));
    }

    @Override
    protected double join(double a, double b) {
      return step(a, b, 0);
    }
  }

  /** Scans in single precision, with sums in double. */
  public static void reals(Slabs slabs, Fold fold, float[] to) {
    float[] x = (float[]) slabs.array();
    lines(
        slabs,
        (from, step, n) -> {
          double sum = fold.start();
          for (int t = 0, p = from; t < n; t++, p += step) {
            sum = fold.step(sum, x[slabs.at() + p], 0);
            to[p] = (float) sum;
          }
        });
  }

  /** Scans in double precision. */
  public static void reals(Slabs slabs, Fold fold, double[] to) {
    double[] x = (double[]) slabs.array();
    lines(
        slabs,
        (from, step, n) -> {
          double sum = fold.start();
          for (int t = 0, p = from; t < n; t++, p += step) {
            sum = fold.step(sum, x[slabs.at() + p], 0);
            to[p] = sum;
          }
        });
  }

  /** Scans whole numbers. */
  public static void wholes(Slabs slabs, WholeFold fold, long[] to) {
    long[] x = (long[]) slabs.array();
    lines(
        slabs,
        (from, step, n) -> {
          long sum = fold.start();
          for (int t = 0, p = from; t < n; t++, p += step) {
            sum = fold.step().applyAsLong(sum, x[slabs.at() + p]);
            to[p] = sum;
          }
        });
  }

  /**
   * The number of the last of the greatest, or least, so far; NaN is beyond both.
   *
   * @param to as many as there are elements
   */
  public static void places(Slabs slabs, boolean greatest, long[] to) {
    lines(
        slabs,
        (from, step, n) -> {
          int best = 0;
          for (int t = 0; t < n; t++) {
            if (overtakes(slabs, from + t * step, from + best * step, greatest)) {
              best = t;
            }
            to[from + t * step] = best;
          }
        });
  }

  private static boolean overtakes(Slabs slabs, int p, int best, boolean greatest) {
    if (slabs.array() instanceof long[] wholes) {
      long x = wholes[slabs.at() + p];
      long y = wholes[slabs.at() + best];
      return greatest ? x >= y : x <= y;
    }
    double x = real(slabs, p);
    double y = real(slabs, best);
    return Double.isNaN(x) || (greatest ? x >= y : x <= y); // nothing overtakes a NaN but a NaN
  }

  private static double real(Slabs slabs, int p) {
    return slabs.array() instanceof float[] floats
        ? floats[slabs.at() + p]
        : ((double[]) slabs.array())[slabs.at() + p];
  }

  /**
   * The gradient of the products so far of {@code x}, which are {@code y}. Before the first zero it
   * is Σ dy·y over what follows, divided by x; at the first zero the products without it; behind it
   * 0.
   */
  public static void productGradient(Slabs x, Slabs y, Slabs dy, double[] dx) {
    double[] in = (double[]) x.array();
    double[] out = (double[]) y.array();
    double[] grad = (double[]) dy.array();
    lines(
        x,
        (from, step, n) -> {
          int zero = 0;
          while (zero < n && in[x.at() + from + zero * step] != 0) {
            zero++;
          }
          double sum = 0;
          for (int t = zero - 1, p = from + t * step; t >= 0; t--, p -= step) {
            sum += grad[dy.at() + p] * out[y.at() + p];
            dx[p] = sum / in[x.at() + p];
          }
          if (zero == n) {
            return;
          }
          int at = from + zero * step;
          double product = zero == 0 ? 1 : out[y.at() + at - step];
          double whole = 0;
          for (int t = zero, p = at; t < n; t++, p += step) {
            product *= t == zero ? 1 : in[x.at() + p];
            whole += grad[dy.at() + p] * product;
          }
          dx[at] = whole;
        });
  }

  /**
   * The gradient of the logarithm of sums of exponentials: Σ dy·exp(x − y) over what follows. Sums
   * only grow, so no exponent is above 0.
   */
  public static void logSumGradient(Slabs x, Slabs y, Slabs dy, double[] dx) {
    double[] in = (double[]) x.array();
    double[] out = (double[]) y.array();
    double[] grad = (double[]) dy.array();
    lines(
        x,
        (from, step, n) -> {
          double sum = 0;
          double later = 0;
          for (int t = n - 1, p = from + t * step; t >= 0; t--, p -= step) {
            double now = out[y.at() + p];
            sum = grad[dy.at() + p] + (t == n - 1 ? 0 : sum * ratio(now, later));
            dx[p] = sum * ratio(in[x.at() + p], now);
            later = now;
          }
        });
  }

  /** exp(a − b), also of infinities: none of nothing is nothing. */
  private static double ratio(double a, double b) {
    return a == Double.NEGATIVE_INFINITY ? 0 : a == b ? 1 : Math.exp(a - b);
  }

  /** Works on {@code n} elements, {@code step} apart, the first of which lies at {@code from}. */
  interface Line {
    void run(int from, int step, int n);
  }

  /** Runs {@code work} on every line along {@code times}, positions counted from 0. */
  static void lines(Slabs slabs, Line work) {
    int times = slabs.count();
    int inner = slabs.inner();
    Reduce.turns(
        slabs.outer() * inner,
        times * 4,
        line -> work.run(line / inner * times * inner + line % inner, inner, times));
  }
}
