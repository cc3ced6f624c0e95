package dev.cresset.backend.cpu;

/**
 * A way to make one number of many reals, in double precision. It is given runs of elements in an
 * order that sizes alone decide, and so gives the same bits on any number of threads.
 */
public abstract class Fold {
  private final double start;

  /** A fold that gives {@code start} for no elements. */
  protected Fold(double start) {
    this.start = start;
  }

  /** What no elements give. */
  public final double start() {
    return start;
  }

  /** What {@code sum} becomes with {@code x}, in result number {@code result}. */
  protected abstract double step(double sum, double x, int result);

  /** What two parts of a result give together. */
  protected abstract double join(double a, double b);

  /** What {@code sum} becomes with {@code n} elements that follow each other. */
  double run(float[] x, int at, int n, double sum, int result) {
    double all = sum;
    for (int i = at; i < at + n; i++) {
      all = step(all, x[i], result);
    }
    return all;
  }

  /** As {@link #run(float[], int, int, double, int)}. */
  double run(double[] x, int at, int n, double sum, int result) {
    double all = sum;
    for (int i = at; i < at + n; i++) {
      all = step(all, x[i], result);
    }
    return all;
  }

  /**
   * Takes {@code count} rows of {@code n} elements, {@code stride} apart, into {@code n} sums,
   * which are results {@code result}, {@code result + 1}, ..
   */
  void rows(float[] x, int at, int count, int stride, int n, double[] sums, int to, int result) {
    for (int r = 0, p = at; r < count; r++, p += stride) {
      for (int j = 0; j < n; j++) {
        sums[to + j] = step(sums[to + j], x[p + j], result + j);
      }
    }
  }

  /** As {@link #rows(float[], int, int, int, int, double[], int, int)}. */
  void rows(double[] x, int at, int count, int stride, int n, double[] sums, int to, int result) {
    for (int r = 0, p = at; r < count; r++, p += stride) {
      for (int j = 0; j < n; j++) {
        sums[to + j] = step(sums[to + j], x[p + j], result + j);
      }
    }
  }
}
