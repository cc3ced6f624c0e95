package dev.cresset.tools.tensorboard;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How often values lie between limits that grow by a tenth each, to both sides of 0: TensorFlow's,
 * which PyTorch's writer takes, too.
 */
final class Histogram {
  /** In order: {@code ..., -1.1e-12, -1e-12, 0, 1e-12, 1.1e-12, ...}. */
  private static final double[] LIMITS = limits();

  private Histogram() {}

  private static double[] limits() {
    double[] above = DoubleStream.iterate(1e-12, v -> v < 1e20, v -> v * 1.1).toArray();
    double[] all = new double[2 * above.length + 1];
    for (int i = 0; i < above.length; i++) {
      all[above.length - 1 - i] = -above[i];
      all[above.length + 1 + i] = above[i];
    }
    return all;
  }

  /**
   * The message {@code HistogramProto}. Values beyond the limits count in the sums alone.
   *
   * @param values one finite number at least
   */
  static Message message(double[] values) {
    double[] counts = new double[LIMITS.length - 1];
    for (double value : values) {
      int bucket = bucket(value);
      if (bucket >= 0 && bucket < counts.length) {
        counts[bucket]++;
      }
    }
    DoubleStream.Builder limits = DoubleStream.builder();
    DoubleStream.Builder buckets = DoubleStream.builder();
    int first = 0;
    int last = counts.length - 1;
    while (first < last && counts[first] == 0) {
      first++;
    }
    while (last > first && counts[last] == 0) {
      last--;
    }
    limits.add(
        LIMITS[first]); // buckets are told by their upper limits: an empty one tells the first
    buckets.add(0);
    for (int i = first; i <= last; i++) {
      limits.add(LIMITS[i + 1]);
      buckets.add(counts[i]);
    }
    return new Message()
        .real(1, Arrays.stream(values).min().orElseThrow())
        .real(2, Arrays.stream(values).max().orElseThrow())
        .real(3, values.length)
        .real(4, Arrays.stream(values).sum())
        .real(5, Arrays.stream(values).map(v -> v * v).sum())
        .reals(6, limits.build().toArray())
        .reals(7, buckets.build().toArray());
  }

  /** The bucket that begins at or before the value, and ends behind it. */
  private static int bucket(double value) {
    int at = Arrays.binarySearch(LIMITS, value == 0 ? 0.0 : value); // −0 would stand before 0
    return at >= 0 ? at : -at - 2;
  }
}
