package dev.cresset.ir.reference;

import org.jspecify.annotations.Nullable;

/** Ops that bring signals, images and volumes to other sizes. */
public final class ResizeReference {
  private ResizeReference() {}

  /** {@code resample(self, output_size, mode, align_corners, scales_d, scales_h, scales_w)}. */
  public static NdArray resample(Arguments in) {
    NdArray self = in.array(0);
    int dims = self.rank() - 2;
    long[] wanted = in.integers(1, dims);
    String mode = in.text(2);
    boolean align = in.flag(3);
    long[] sizes = self.sizes();
    System.arraycopy(wanted, 0, sizes, 2, dims);
    NdArray result = NdArray.zeros(self.dtype(), sizes);
    for (long number = 0; number < result.count(); number++) {
      long[] at = Index.of(number, sizes);
      double[][] weights = new double[dims][];
      for (int d = 0; d < dims; d++) {
        Double scale = in.isNone(7 - dims + d) ? null : (Double) in.real(7 - dims + d);
        weights[d] = weights(mode, align, scale, self.size(2 + d), wanted[d], at[2 + d]);
      }
      double[] sum = {0};
      long[] from = new long[dims];
      for (int d = 0; d < dims; d++) {
        from[d] = self.size(2 + d);
      }
      Index.forEach(
          from,
          place -> {
            double weight = 1;
            for (int d = 0; d < dims; d++) {
              weight *= weights[d][(int) place[d]];
            }
            if (weight != 0) {
              sum[0] += weight * self.real(Index.join(new long[] {at[0], at[1]}, place));
            }
          });
      result.set(number, sum[0]);
    }
    return result;
  }

  /** How much of each of {@code size} elements goes into element {@code o} of the result. */
  private static double[] weights(
      String mode, boolean align, @Nullable Double factor, long size, long results, long o) {
    double[] weights = new double[(int) size];
    double step = factor != null && factor > 0 ? 1 / factor : (double) size / results;
    if (mode.startsWith("nearest")) {
      double place = (o + (mode.equals("nearest") ? 0 : 0.5)) * (double) (float) step;
      weights[(int) Math.min((long) (float) place, size - 1)] = 1;
      return weights;
    }
    if (align) {
      step = results > 1 ? (size - 1.0) / (results - 1) : 0;
    }
    double place = align ? step * o : step * (o + 0.5) - 0.5;
    if (mode.equals("linear")) {
      place = Math.max(0, Math.min(size - 1, place));
    }
    long first = (long) Math.floor(place);
    double rest = place - first;
    if (mode.equals("linear")) {
      weights[(int) first] += 1 - rest;
      weights[(int) Math.min(size - 1, first + 1)] += rest;
      return weights;
    }
    for (int tap = -1; tap <= 2; tap++) {
      weights[(int) Math.max(0, Math.min(size - 1, first + tap))] += cubic(Math.abs(rest - tap));
    }
    return weights;
  }

  /** Keys' kernel with a = −¾ (IEEE Trans. ASSP 29, 1981). */
  private static double cubic(double x) {
    double a = -0.75;
    return x <= 1 ? ((a + 2) * x - (a + 3)) * x * x + 1 : ((a * x - 5 * a) * x + 8 * a) * x - 4 * a;
  }
}
