package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;

/**
 * Windows of volumes that lie one after the other, F32 or F64 from the beginnings of their arrays.
 * Sums are made in double precision; NaN is greater than all numbers.
 *
 * @param depth planes of a volume
 * @param height rows of a plane
 * @param width columns of a plane
 * @param slices what each plane of results takes in
 * @param rows what each row of results takes in
 * @param columns what each column of results takes in
 */
public record VolumePool(
    int depth, int height, int width, Spans slices, Spans rows, Spans columns) {

  /** Works on one window. */
  private interface Windows {
    void at(int volume, int result, int slice, int row, int column);
  }

  /** Finds the greatest element of each window, and where it stands in its volume. */
  public void greatest(Strided x, Strided values, Strided indices) {
    greatest(Reals.of(x.dtype()), x, values, indices.storage().longs());
  }

  private <A> void greatest(Reals<A> kind, Strided x, Strided values, long[] at) {
    A from = kind.array(x);
    A to = kind.array(values);
    each(
        x.numel(),
        (volume, result, s, r, c) -> {
          int start = volume * size();
          double best = Double.NEGATIVE_INFINITY;
          int place = (slices.from()[s] * height + rows.from()[r]) * width + columns.from()[c];
          for (int i = slices.from()[s]; i < slices.to()[s]; i += slices.step()) {
            for (int j = rows.from()[r]; j < rows.to()[r]; j += rows.step()) {
              for (int k = columns.from()[c]; k < columns.to()[c]; k += columns.step()) {
                int here = (i * height + j) * width + k;
                double value = kind.get(from, start + here);
                if (value > best || Double.isNaN(value)) {
                  best = value;
                  place = here;
                }
              }
            }
          }
          kind.set(to, result, best);
          at[result] = place;
        });
  }

  /** The mean of each window of {@code x} times {@code factor}. */
  public void mean(Strided x, AveragePool.Divisor divisor, double factor, Strided means) {
    mean(Reals.of(x.dtype()), x, divisor, factor, means);
  }

  private <A> void mean(
      Reals<A> kind, Strided x, AveragePool.Divisor divisor, double factor, Strided means) {
    A from = kind.array(x);
    A to = kind.array(means);
    each(
        x.numel(),
        (volume, result, s, r, c) -> {
          int down = rows.to()[r] - rows.from()[r];
          int across = columns.to()[c] - columns.from()[c];
          double sum = 0;
          for (int i = slices.from()[s]; i < slices.to()[s]; i++) {
            sum += kind.sum(from, start(volume, i, r, c), down, width, across);
          }
          kind.set(to, result, sum * factor / count(divisor, s, r, c));
        });
  }

  /** The gradient of {@link #mean}: each element of {@code dy} spread over its window. */
  public void spread(Strided dy, AveragePool.Divisor divisor, double factor, Strided sums) {
    spread(Reals.of(dy.dtype()), dy, divisor, factor, sums);
  }

  private <A> void spread(
      Reals<A> kind, Strided dy, AveragePool.Divisor divisor, double factor, Strided sums) {
    A from = kind.array(dy);
    A to = kind.array(sums);
    each(
        sums.numel(),
        (volume, result, s, r, c) -> {
          int down = rows.to()[r] - rows.from()[r];
          int across = columns.to()[c] - columns.from()[c];
          double share = kind.get(from, result) * factor / count(divisor, s, r, c);
          for (int i = slices.from()[s]; i < slices.to()[s]; i++) {
            kind.raise(to, share, start(volume, i, r, c), down, width, across);
          }
        });
  }

  private int size() {
    return depth * height * width;
  }

  private int start(int volume, int plane, int r, int c) {
    return ((volume * depth + plane) * height + rows.from()[r]) * width + columns.from()[c];
  }

  private int count(AveragePool.Divisor divisor, int s, int r, int c) {
    return switch (divisor) {
      case PRESENT ->
          (slices.to()[s] - slices.from()[s])
              * (rows.to()[r] - rows.from()[r])
              * (columns.to()[c] - columns.from()[c]);
      case PADDED -> slices.counted()[s] * rows.counted()[r] * columns.counted()[c];
      case NONE -> 1;
    };
  }

  /** All windows of all volumes; those of one volume on one thread. */
  private void each(long elements, Windows work) {
    int results = slices.results() * rows.results() * columns.results();
    Parallel.each(
        size() == 0 ? 0 : (int) (elements / size()),
        elements * 2,
        volume -> {
          int result = volume * results;
          for (int s = 0; s < slices.results(); s++) {
            for (int r = 0; r < rows.results(); r++) {
              for (int c = 0; c < columns.results(); c++) {
                work.at(volume, result++, s, r, c);
              }
            }
          }
        });
  }
}
