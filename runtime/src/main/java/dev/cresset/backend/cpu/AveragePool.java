package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;

/**
 * The mean of each window of planes that lie one after the other, F32 or F64 from the beginning of
 * their arrays; sums are made in double precision.
 */
public final class AveragePool {

  /** What a window's sum is divided by. */
  public enum Divisor {
    /** The elements that are there. */
    PRESENT,
    /** Those and the padding. */
    PADDED,
    /** One: the sums themselves. */
    NONE
  }

  private AveragePool() {}

  /** The mean of each window of {@code x} times {@code factor}. */
  public static void forward(
      Strided x,
      int height,
      int width,
      Spans rows,
      Spans columns,
      Divisor divisor,
      double factor,
      Strided to) {
    forward(Reals.of(x.dtype()), x, height, width, rows, columns, divisor, factor, to);
  }

  private static <A> void forward(
      Reals<A> reals,
      Strided x,
      int height,
      int width,
      Spans rows,
      Spans columns,
      Divisor divisor,
      double factor,
      Strided to) {
    int plane = height * width;
    int results = rows.results() * columns.results();
    A from = reals.array(x);
    A means = reals.array(to);
    Parallel.each(
        plane == 0 ? 0 : (int) (x.numel() / plane),
        x.numel() * 2,
        p -> {
          int o = p * results;
          for (int r = 0; r < rows.results(); r++) {
            int height0 = rows.to()[r] - rows.from()[r];
            for (int c = 0; c < columns.results(); c++, o++) {
              int start = p * plane + rows.from()[r] * width + columns.from()[c];
              int across = columns.to()[c] - columns.from()[c];
              double sum = reals.sum(from, start, height0, width, across);
              reals.set(means, o, sum * factor / count(rows, r, columns, c, divisor));
            }
          }
        });
  }

  /** The gradient of {@link #forward}: each element of {@code dy} spread over its window. */
  public static void backward(
      Strided dy,
      int height,
      int width,
      Spans rows,
      Spans columns,
      Divisor divisor,
      double factor,
      Strided to) {
    backward(Reals.of(dy.dtype()), dy, height, width, rows, columns, divisor, factor, to);
  }

  private static <A> void backward(
      Reals<A> reals,
      Strided dy,
      int height,
      int width,
      Spans rows,
      Spans columns,
      Divisor divisor,
      double factor,
      Strided to) {
    int plane = height * width;
    int results = rows.results() * columns.results();
    A gradients = reals.array(dy);
    A sums = reals.array(to);
    Parallel.each(
        plane == 0 ? 0 : (int) (to.numel() / plane),
        to.numel() * 2,
        p -> {
          int o = p * results;
          for (int r = 0; r < rows.results(); r++) {
            for (int c = 0; c < columns.results(); c++, o++) {
              double share = reals.get(gradients, o) * factor / count(rows, r, columns, c, divisor);
              int start = p * plane + rows.from()[r] * width + columns.from()[c];
              int down = rows.to()[r] - rows.from()[r];
              reals.raise(sums, share, start, down, width, columns.to()[c] - columns.from()[c]);
            }
          }
        });
  }

  private static int count(Spans rows, int r, Spans columns, int c, Divisor divisor) {
    return switch (divisor) {
      case PRESENT -> (rows.to()[r] - rows.from()[r]) * (columns.to()[c] - columns.from()[c]);
      case PADDED -> rows.counted()[r] * columns.counted()[c];
      case NONE -> 1;
    };
  }
}
