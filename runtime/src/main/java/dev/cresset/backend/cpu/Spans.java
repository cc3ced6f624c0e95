package dev.cresset.backend.cpu;

/**
 * What each result of a pool takes in along one dimension: the elements {@code from[o]} up to but
 * not including {@code to[o]}, {@code step} apart. Its arrays are not to be written.
 *
 * @param from the first element
 * @param to the end
 * @param step how far elements lie apart
 * @param counted how many elements a mean divides by, padding included
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
public record Spans(int[] from, int[] to, int step, int[] counted) {

  /**
   * Windows that slide over {@code size} elements.
   *
   * @param results how many windows there are
   */
  public static Spans sliding(
      int size, int results, int kernel, int stride, int padding, int dilation) {
    int[] from = new int[results];
    int[] to = new int[results];
    int[] counted = new int[results];
    for (int o = 0; o < results; o++) {
      int start = o * stride - padding;
      int end = Math.min(start + dilation * (kernel - 1) + 1, size + padding);
      counted[o] = end - start;
      to[o] = Math.min(end, size);
      from[o] = start >= 0 ? start : start + (-start + dilation - 1) / dilation * dilation;
    }
    return new Spans(from, to, dilation, counted);
  }

  /** {@code size} elements cut into {@code results} parts, which share elements if they must. */
  public static Spans adaptive(int size, int results) {
    int[] from = new int[results];
    int[] to = new int[results];
    int[] counted = new int[results];
    for (int o = 0; o < results; o++) {
      from[o] = (int) ((long) o * size / results);
      to[o] = (int) (((long) (o + 1) * size + results - 1) / results);
      counted[o] = to[o] - from[o];
    }
    return new Spans(from, to, 1, counted);
  }

  /** How many results there are. */
  public int results() {
    return from.length;
  }
}
