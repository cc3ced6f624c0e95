package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Slides windows over images, and back. All views are of one dtype, F32 or F64 or I64, lie row by
 * row, and have one to three sizes after images and channels.
 *
 * <p>Where the window moves by more than one element, the image is taken apart: one grid for each
 * remainder of a place by the stride, in each of which the window moves by one.
 */
public final class Convolution {
  private Convolution() {}

  /**
   * Writes {@code bias + weight * x}.
   *
   * @param x {@code [n, in, ..]}
   * @param weight {@code [out, in / groups, ..]}
   * @param bias {@code [out]}; null for zeros
   * @param to {@code [n, out, ..]}; its sizes say how far the window moves
   */
  public static void forward(
      Strided x, Strided weight, @Nullable Strided bias, Strided to, Window window, int groups) {
    if (to.numel() > 0) {
      forward(Rows.of(to.dtype()), x, weight, bias, to, window, groups);
    }
  }

  private static <A> void forward(
      Rows<A> kind,
      Strided x,
      Strided weight,
      @Nullable Strided bias,
      Strided to,
      Window window,
      int groups) {
    int[] in = Window.image(x);
    int[] out = Window.image(to);
    int channels = (int) weight.size(1);
    int filters = (int) weight.size(0) / groups;
    int[] grid = new int[Window.RANK];
    for (int d = 0; d < grid.length; d++) {
      int reach = (window.kernel()[d] - 1) * window.dilation()[d] / window.stride()[d];
      grid[d] = out[d] + reach;
      if (window.stride()[d] == 1) { // else some phases have no zeros in front
        grid[d] = shared(grid[d], window.padding()[d], in[d], out[d]);
      }
    }
    int size = Window.volume(grid);
    Lattice places = Lattice.of(grid, ones(), new int[Window.RANK], out);
    Phases phases = Phases.of(window);
    Lattice[] sources = new Lattice[phases.count()];
    for (int p = 0; p < sources.length; p++) {
      int[] shift = new int[Window.RANK];
      for (int d = 0; d < shift.length; d++) {
        shift[d] = phases.remainder(p, d) - window.padding()[d];
      }
      sources[p] = Lattice.of(grid, window.stride(), shift, in);
    }
    Batches batches =
        Batches.of((int) x.size(0), size, groups, filters, (long) channels * window.taps());
    int images = batches.images();
    int taps = window.taps();
    int[] offsets = new int[channels * taps];
    for (int c = 0; c < channels; c++) {
      for (int t = 0; t < taps; t++) {
        offsets[c * taps + t] =
            (phases.of(t) * channels + c) * images * size + phases.shift(t, grid);
      }
    }
    int last = ((out[0] - 1) * grid[1] + out[1] - 1) * grid[2] + out[2];
    int far = phases.shift(taps - 1, grid);
    A from = kind.array(x);
    A filter = kind.array(weight);
    A start = bias == null ? null : kind.array(bias);
    A result = kind.array(to);
    int inSize = Window.volume(in);
    int outSize = Window.volume(out);
    batches.run(
        (image, count, group, row, rows) -> {
          A lattice = kind.scratch().zeros(sources.length * channels * images * size + far);
          for (int p = 0; p < sources.length; p++) {
            for (int c = 0; c < channels; c++) {
              for (int b = 0; b < count; b++) {
                int at = ((p * channels + c) * images + b) * size;
                int channel = (image + b) * (int) x.size(1) + group * channels + c;
                int position = x.start() + channel * inSize;
                int step = sources[p].lastStep();
                sources[p].runs(
                    (point, element, n) ->
                        kind.copy(from, position + element, step, lattice, at + point, 1, n));
              }
            }
          }
          int first = group * filters + row;
          Sliding.run(
              kind,
              lattice,
              offsets,
              (count - 1) * size + last,
              filter,
              weight.start() + first * offsets.length,
              rows,
              start,
              (bias == null ? 0 : bias.start()) + first,
              (sums, sumRow, height, column, n) -> {
                for (int i = 0; i < height; i++) {
                  for (int b = 0; b < count; b++) {
                    int channel = (image + b) * (int) to.size(1) + first + sumRow + i;
                    Sliding.store(
                        kind,
                        sums[i],
                        column,
                        n,
                        places,
                        b * size,
                        result,
                        to.start() + channel * outSize);
                  }
                }
              });
        });
  }

  /**
   * Writes to {@code to} the gradient of {@code x} in {@link #forward}, where {@code dy} is that of
   * its result; plus {@code bias} on each channel, for this is also the transposed convolution.
   *
   * @param dy {@code [n, out, ..]}
   * @param weight {@code [out, in / groups, ..]}
   * @param bias {@code [in]}; null for zeros
   * @param to {@code [n, in, ..]}
   */
  public static void inputGradient(
      Strided dy, Strided weight, @Nullable Strided bias, Strided to, Window window, int groups) {
    if (to.numel() > 0) {
      new InputGradient<>(Rows.of(to.dtype()), dy, weight, to, window, groups).run(bias);
    }
  }

  /**
   * A grid's size in one dimension. Zeros behind an image are left out if those in front of the
   * next row, or image, can stand for them.
   *
   * @param size with zeros on both sides
   * @param front how many of them are in front
   * @param image how many points are the image's
   * @param places how many points the result has there
   */
  static int shared(int size, int front, int image, int places) {
    int behind = size - front - image;
    return behind > 0 && behind <= front && size - behind >= places ? size - behind : size;
  }

  static int[] ones() {
    int[] ones = new int[Window.RANK];
    Arrays.fill(ones, 1);
    return ones;
  }
}
