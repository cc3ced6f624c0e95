package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.cpu.Spans;
import java.util.Arrays;

/**
 * Volumes under a pool, and the windows over them. An image is a volume of one plane, a signal a
 * plane of one row.
 *
 * @param depth planes of a volume
 * @param height rows of a plane
 * @param width columns of a plane
 * @param slices what each plane of results takes in
 * @param rows what each row of results takes in
 * @param columns what each column of results takes in
 * @param sizes the sizes of the result
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the result's memory
record PoolShape(
    int depth, int height, int width, Spans slices, Spans rows, Spans columns, long[] sizes) {

  /**
   * Windows that slide; a list of one number holds for all dimensions, an empty stride is kernel.
   */
  static PoolShape sliding(
      String op,
      int rank,
      long[] sizes,
      long[] kernel,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceil) {
    check(op, rank, sizes);
    long[] step = stride.length == 0 ? kernel : stride;
    Spans[] spans = new Spans[3];
    long[] result = sizes.clone();
    for (int d = 0; d < rank; d++) {
      int size = (int) sizes[sizes.length - rank + d];
      int k = at(kernel, d);
      int s = at(step, d);
      int p = at(padding, d);
      int apart = at(dilation, d);
      if (k <= 0 || s <= 0 || apart <= 0) {
        throw new IllegalArgumentException(
            op + ": kernel size, stride and dilation should be greater than zero");
      }
      if (p < 0 || p > k / 2) {
        throw new IllegalArgumentException(
            op
                + ": pad should be at most half of kernel size, but got pad="
                + p
                + " and kernel_size="
                + k);
      }
      int results = results(size, k, s, p, apart, ceil);
      if (results < 1) {
        throw new ShapeException(
            "%s: given input size %s and kernel size %s, the output size is too small"
                .formatted(op, Arrays.toString(sizes), Arrays.toString(kernel)));
      }
      result[sizes.length - rank + d] = results;
      spans[3 - rank + d] = Spans.sliding(size, results, k, s, p, apart);
    }
    return of(rank, sizes, spans, result);
  }

  /** Parts as many as asked for. */
  static PoolShape adaptive(String op, int rank, long[] sizes, long[] outputSize) {
    check(op, rank, sizes);
    Spans[] spans = new Spans[3];
    long[] result = sizes.clone();
    for (int d = 0; d < rank; d++) {
      int results = at(outputSize, d);
      if (results < 0) {
        throw new IllegalArgumentException(
            op + ": elements of output_size must be greater than or equal to 0");
      }
      result[sizes.length - rank + d] = results;
      spans[3 - rank + d] = Spans.adaptive((int) sizes[sizes.length - rank + d], results);
    }
    return of(rank, sizes, spans, result);
  }

  /** The parts that gave a result of the sizes of {@code dy}. */
  static PoolShape adaptive(String op, int rank, long[] sizes, Tensor dy) {
    long[] all = dy.sizes();
    return adaptive(op, rank, sizes, Arrays.copyOfRange(all, all.length - rank, all.length));
  }

  private static PoolShape of(int rank, long[] sizes, Spans[] spans, long[] result) {
    for (int d = 0; d < 3 - rank; d++) {
      spans[d] = Spans.adaptive(1, 1);
    }
    int n = sizes.length;
    return new PoolShape(
        rank < 3 ? 1 : (int) sizes[n - 3],
        rank < 2 ? 1 : (int) sizes[n - 2],
        (int) sizes[n - 1],
        spans[0],
        spans[1],
        spans[2],
        result);
  }

  private static void check(String op, int rank, long[] sizes) {
    boolean known = sizes.length == rank + 1 || sizes.length == rank + 2;
    for (int d = Math.max(0, sizes.length - rank); known && d < sizes.length; d++) {
      known = sizes[d] > 0;
    }
    if (!known) {
      throw new ShapeException(
          "%s: Expected %dD or %dD tensor with non-zero sizes after the channels, but got %s"
              .formatted(op, rank + 1, rank + 2, Arrays.toString(sizes)));
    }
  }

  private static int at(long[] numbers, int d) {
    return Math.toIntExact(numbers[numbers.length == 1 ? 0 : d]);
  }

  private static int results(int size, int k, int s, int p, int apart, boolean ceil) {
    int room = size + 2 * p - apart * (k - 1) - 1;
    if (room < 0 && !ceil) {
      return 0;
    }
    int results = Math.floorDiv(room + (ceil ? s - 1 : 0), s) + 1;
    return ceil && (results - 1) * s >= size + p ? results - 1 : results; // none begins in padding
  }
}
