package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import java.util.Arrays;

/**
 * A window that slides over images of up to three dimensions; those that an image lacks have size 1
 * and come first. Its arrays hold one number a dimension and are not to be written.
 *
 * @param kernel how many elements it takes in
 * @param stride how far it moves
 * @param padding how many zeros precede the image
 * @param dilation how far its elements lie apart
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
public record Window(int[] kernel, int[] stride, int[] padding, int[] dilation) {

  /** How many dimensions there are at most. */
  public static final int RANK = 3;

  /** Of these; a list of one number holds for all of {@code rank} dimensions. */
  public static Window of(int rank, long[] kernel, long[] stride, long[] padding, long[] dilation) {
    return new Window(
        full(rank, kernel, 1),
        full(rank, stride, 1),
        full(rank, padding, 0),
        full(rank, dilation, 1));
  }

  private static int[] full(int rank, long[] numbers, int otherwise) {
    int[] all = new int[RANK];
    Arrays.fill(all, otherwise);
    for (int d = 0; d < rank; d++) {
      all[RANK - rank + d] = (int) numbers[numbers.length == 1 ? 0 : d];
    }
    return all;
  }

  /** The sizes of {@code view} after its first two. */
  static int[] image(Strided view) {
    int[] sizes = {1, 1, 1};
    for (int d = 2; d < view.dim(); d++) {
      sizes[RANK - view.dim() + d] = (int) view.size(d);
    }
    return sizes;
  }

  /** The product of numbers. */
  static int volume(int[] sizes) {
    return sizes[0] * sizes[1] * sizes[2];
  }

  /** How many elements the window has. */
  int taps() {
    return volume(kernel);
  }

  /** The place of element {@code tap} in dimension {@code d}, in elements of the window. */
  int place(int tap, int d) {
    return switch (d) {
      case 0 -> tap / (kernel[1] * kernel[2]);
      case 1 -> tap / kernel[2] % kernel[1];
      default -> tap % kernel[2];
    };
  }

  /** How far element {@code tap} lies from the window's first, in dimension {@code d}. */
  int distance(int tap, int d) {
    return place(tap, d) * dilation[d];
  }
}
