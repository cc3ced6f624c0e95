package dev.cresset.backend;

/** One number of the first elements of an array: what {@link RowKernel}s call. */
public final class RowFolds {
  private RowFolds() {}

  /** The sum of the first {@code n}; added up in double precision. */
  public static float sum(float[] from, int n) {
    double a = 0; // four sums, for one alone would wait for each of its terms
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += from[i];
      b += from[i + 1];
      c += from[i + 2];
      d += from[i + 3];
    }
    for (; i < n; i++) {
      a += from[i];
    }
    return (float) (a + b + (c + d));
  }

  /** The largest of the first {@code n}, NaN if one is; −∞ of none. */
  public static float max(float[] from, int n) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, from[i]);
    }
    return max;
  }

  /** The sum of the first {@code n}; added up in double precision. */
  public static double sum(double[] from, int n) {
    double a = 0; // four sums, for one alone would wait for each of its terms
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += from[i];
      b += from[i + 1];
      c += from[i + 2];
      d += from[i + 3];
    }
    for (; i < n; i++) {
      a += from[i];
    }
    return (a + b + (c + d));
  }

  /** The largest of the first {@code n}, NaN if one is; −∞ of none. */
  public static double max(double[] from, int n) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, from[i]);
    }
    return max;
  }
}
