package dev.cresset.tensor.forward;

import dev.cresset.backend.cpu.Taps;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/**
 * Where along one dimension the elements of a resized tensor come from. Places are computed in the
 * precision that PyTorch computes them in, as which neighbour is nearest hangs on the last bit.
 *
 * @param mode {@code nearest}, {@code nearest-exact}, {@code linear} or {@code cubic}
 * @param align whether the corners stay, not the edges
 * @param scale what sizes were multiplied with; null where the sizes themselves say it
 * @param isDouble whether places are computed in double precision
 */
record Places(String mode, boolean align, @Nullable Double scale, boolean isDouble) {

  static Places of(String mode, boolean align, @Nullable Double scale, DType dtype) {
    return new Places(mode, align, scale, dtype == DType.F64);
  }

  /** What each of {@code results} takes of {@code size} elements. */
  Taps taps(int size, int results) {
    return switch (mode) {
      case "nearest", "nearest-exact" -> nearest(size, results);
      case "linear" -> linear(size, results);
      case "cubic" -> cubic(size, results);
      default -> throw new IllegalArgumentException("no elements are weighed by '" + mode + "'");
    };
  }

  /** How far apart results lie, in elements; in the precision of places. */
  private double step(int size, int results) {
    if (align) {
      return results > 1 ? rounded((double) (size - 1) / (results - 1)) : 0;
    }
    return rounded(scale != null && scale > 0 ? 1 / scale : (double) size / results);
  }

  private double rounded(double x) {
    return isDouble ? x : (float) x;
  }

  /** PyTorch computes these in single precision, whatever the tensor's. */
  private Taps nearest(int size, int results) {
    float step = (float) (scale != null && scale > 0 ? 1 / scale : (double) size / results);
    int[] from = new int[results];
    for (int o = 0; o < results; o++) {
      float place = mode.equals("nearest") ? o * step : (o + 0.5f) * step;
      from[o] = size == results ? o : Math.min((int) Math.floor(place), size - 1);
    }
    return Taps.single(size, from);
  }

  private Taps linear(int size, int results) {
    double step = step(size, results);
    int[] from = new int[2 * results];
    double[] weights = new double[2 * results];
    for (int o = 0; o < results; o++) {
      double place = align ? rounded(step * o) : Math.max(0, rounded(step * (o + 0.5) - 0.5));
      int first = Math.min((int) place, size - 1);
      double rest = Math.min(Math.max(rounded(place - first), 0), 1);
      from[2 * o] = first;
      from[2 * o + 1] = first < size - 1 ? first + 1 : first;
      weights[2 * o] = rounded(1 - rest);
      weights[2 * o + 1] = rest;
    }
    return new Taps(size, 2, from, weights);
  }

  private Taps cubic(int size, int results) {
    double step = step(size, results);
    int[] from = new int[4 * results];
    double[] weights = new double[4 * results];
    for (int o = 0; o < results; o++) {
      double place = rounded(align ? step * o : step * (o + 0.5) - 0.5);
      int first = (int) Math.floor(place);
      double rest = place - first;
      for (int tap = -1; tap <= 2; tap++) {
        from[4 * o + tap + 1] = Math.max(0, Math.min(size - 1, first + tap));
        weights[4 * o + tap + 1] = keys(Math.abs(rest - tap));
      }
    }
    return new Taps(size, 4, from, weights);
  }

  /** Keys' cubic kernel with a = −¾: R. Keys, IEEE Trans. ASSP 29 (1981). */
  private static double keys(double x) {
    double a = -0.75;
    return x <= 1 ? ((a + 2) * x - (a + 3)) * x * x + 1 : ((a * x - 5 * a) * x + 8 * a) * x - 4 * a;
  }
}
