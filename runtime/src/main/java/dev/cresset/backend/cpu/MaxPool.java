package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/**
 * The greatest element of each window of planes that lie one after the other, and where it stands
 * in its plane. NaN is greater than all numbers; of equal ones the first is taken, of NaN the last.
 */
public final class MaxPool {
  private MaxPool() {}

  /**
   * Finds them.
   *
   * @param x planes of {@code height} rows, F32 or F64, from the beginning of their array
   * @param values gets the greatest
   * @param indices gets where they stand, I64
   */
  public static void find(
      Strided x,
      int height,
      int width,
      Spans rows,
      Spans columns,
      Strided values,
      Strided indices) {
    int planes = height * width == 0 ? 0 : (int) (x.numel() / ((long) height * width));
    int results = rows.results() * columns.results();
    long[] at = indices.storage().longs();
    Parallel.each(
        planes,
        x.numel() * 2,
        p -> {
          if (x.dtype() == DType.F64) {
            plane(
                x.storage().doubles(),
                p * height * width,
                width,
                rows,
                columns,
                values.storage().doubles(),
                at,
                p * results);
          } else {
            plane(
                x.storage().floats(),
                p * height * width,
                width,
                rows,
                columns,
                values.storage().floats(),
                at,
                p * results);
          }
        });
  }

  private static void plane(
      float[] x, int start, int width, Spans rows, Spans columns, float[] to, long[] at, int o) {
    for (int r = 0; r < rows.results(); r++) {
      for (int c = 0; c < columns.results(); c++, o++) {
        int first = rows.from()[r] * width + columns.from()[c];
        long greatest = rank(Float.NEGATIVE_INFINITY, first);
        for (int i = rows.from()[r]; i < rows.to()[r]; i += rows.step()) {
          for (int j = columns.from()[c]; j < columns.to()[c]; j += columns.step()) {
            // Which is greater is chance, and a branch on chance costs more than all the rest.
            long rank = rank(x[start + i * width + j], i * width + j);
            greatest += (rank - greatest) & ~((rank - greatest) >> 63);
          }
        }
        int place = Integer.MAX_VALUE - ((int) greatest & Integer.MAX_VALUE);
        boolean empty = rows.from()[r] >= rows.to()[r] || columns.from()[c] >= columns.to()[c];
        float value = empty ? Float.NEGATIVE_INFINITY : x[start + place];
        to[o] = value;
        at[o] = Float.isNaN(value) ? lastNan(x, start, width, rows, r, columns, c) : place;
      }
    }
  }

  private static int lastNan(
      float[] x, int start, int width, Spans rows, int r, Spans columns, int c) {
    int place = 0;
    for (int i = rows.from()[r]; i < rows.to()[r]; i += rows.step()) {
      for (int j = columns.from()[c]; j < columns.to()[c]; j += columns.step()) {
        place = Float.isNaN(x[start + i * width + j]) ? i * width + j : place;
      }
    }
    return place;
  }

  /**
   * A number that grows with {@code value} and, of equal ones, falls with {@code place}; less than
   * 2⁶² either way, so that two of them can be subtracted.
   */
  private static long rank(float value, int place) {
    int bits = Float.floatToIntBits(value + 0f); // of one zero, and one NaN, greater than all
    int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ((long) ordered << 31) | (Integer.MAX_VALUE - place);
  }

  private static void plane(
      double[] x, int start, int width, Spans rows, Spans columns, double[] to, long[] at, int o) {
    for (int r = 0; r < rows.results(); r++) {
      for (int c = 0; c < columns.results(); c++, o++) {
        double greatest = Double.NEGATIVE_INFINITY;
        int place = rows.from()[r] * width + columns.from()[c];
        for (int i = rows.from()[r]; i < rows.to()[r]; i += rows.step()) {
          for (int j = columns.from()[c]; j < columns.to()[c]; j += columns.step()) {
            double value = x[start + i * width + j];
            if (value > greatest || Double.isNaN(value)) {
              greatest = value;
              place = i * width + j;
            }
          }
        }
        to[o] = greatest;
        at[o] = place;
      }
    }
  }

  /** Adds each element of {@code dy} to where {@code indices} point in its plane of {@code to}. */
  public static void scatter(Strided dy, Strided indices, int plane, Strided to) {
    int planes = plane == 0 ? 0 : (int) (to.numel() / plane);
    int results = planes == 0 ? 0 : (int) (dy.numel() / planes);
    long[] at = indices.storage().longs();
    Parallel.each(
        planes,
        dy.numel(),
        p -> {
          if (dy.dtype() == DType.F64) {
            double[] from = dy.storage().doubles();
            double[] sums = to.storage().doubles();
            for (int o = p * results; o < (p + 1) * results; o++) {
              sums[p * plane + (int) at[o]] += from[o];
            }
          } else {
            float[] from = dy.storage().floats();
            float[] sums = to.storage().floats();
            for (int o = p * results; o < (p + 1) * results; o++) {
              sums[p * plane + (int) at[o]] += from[o];
            }
          }
        });
  }

  /** Reads, for each of {@code indices}, the element it points to in its plane of {@code x}. */
  public static void gather(Strided x, Strided indices, int plane, Strided to) {
    int planes = plane == 0 ? 0 : (int) (x.numel() / plane);
    int results = planes == 0 ? 0 : (int) (to.numel() / planes);
    long[] at = indices.storage().longs();
    Parallel.each(
        planes,
        to.numel(),
        p -> {
          for (int o = p * results; o < (p + 1) * results; o++) {
            int from = p * plane + (int) at[o];
            if (x.dtype() == DType.F64) {
              to.storage().doubles()[o] = x.storage().doubles()[from];
            } else {
              to.storage().floats()[o] = x.storage().floats()[from];
            }
          }
        });
  }
}
