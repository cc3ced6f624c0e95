package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.backend.Threads;
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
      inputGradient(Rows.of(to.dtype()), dy, weight, bias, to, window, groups);
    }
  }

  private static <A> void inputGradient(
      Rows<A> kind,
      Strided dy,
      Strided weight,
      @Nullable Strided bias,
      Strided to,
      Window window,
      int groups) {
    int[] in = Window.image(to);
    int[] out = Window.image(dy);
    int channels = (int) weight.size(1);
    int filters = (int) weight.size(0) / groups;
    int[] stride = window.stride();
    int[] grid = new int[Window.RANK];
    int[] lowest = new int[Window.RANK];
    int[] many = new int[Window.RANK];
    int[] shift = new int[Window.RANK];
    int[] reach = new int[Window.RANK];
    for (int d = 0; d < grid.length; d++) { // padded places of the image, divided by the stride
      reach[d] = (window.kernel()[d] - 1) * window.dilation()[d] / stride[d];
      lowest[d] = window.padding()[d] / stride[d];
      many[d] = (window.padding()[d] + in[d] - 1) / stride[d] - lowest[d] + 1;
      grid[d] = shared(many[d] + reach[d], reach[d] - lowest[d], out[d], many[d]);
      shift[d] = lowest[d] - reach[d];
    }
    int size = Window.volume(grid);
    Lattice source = Lattice.of(grid, ones(), shift, out);
    Batches batches =
        Batches.of((int) to.size(0), size, groups, channels, (long) filters * window.taps());
    int images = batches.images();
    int last = ((many[0] - 1) * grid[1] + many[1] - 1) * grid[2] + many[2];
    int far = (reach[0] * grid[1] + reach[1]) * grid[2] + reach[2];
    Phases phases = Phases.all(window);
    int taps = window.taps();
    A from = kind.array(dy);
    A start = bias == null ? null : kind.array(bias);
    A result = kind.array(to);
    int inSize = Window.volume(in);
    int outSize = Window.volume(out);
    Lattice[] places = new Lattice[phases.count()];
    int[][] offsets = new int[places.length][];
    int[] begins = new int[places.length];
    A turned = kind.array((int) weight.numel()); // by phase, then channel, filter, tap
    int filled = 0;
    for (int p = 0; p < places.length; p++) {
      int[] at = new int[Window.RANK];
      for (int d = 0; d < at.length; d++) {
        at[d] = lowest[d] * stride[d] + phases.remainder(p, d) - window.padding()[d];
      }
      places[p] = Lattice.of(grid, stride, at, in);
      int[] members = phases.taps(p);
      offsets[p] = new int[filters * members.length];
      begins[p] = filled;
      for (int f = 0; f < filters; f++) {
        for (int m = 0; m < members.length; m++) {
          offsets[p][f * members.length + m] =
              f * images * size + far - phases.shift(members[m], grid);
        }
      }
      for (int group = 0; group < groups; group++) {
        for (int f = 0; f < filters; f++) {
          for (int m = 0; m < members.length; m++) { // channel by channel
            kind.copy(
                kind.array(weight),
                weight.start() + (group * filters + f) * channels * taps + members[m],
                taps,
                turned,
                filled + group * channels * offsets[p].length + f * members.length + m,
                offsets[p].length,
                channels);
          }
        }
      }
      filled += groups * channels * offsets[p].length;
    }
    batches.run(
        (image, count, group, row, rows) -> {
          A lattice = kind.scratch().zeros(filters * images * size + far);
          for (int f = 0; f < filters; f++) {
            for (int b = 0; b < count; b++) {
              int at = (f * images + b) * size;
              int channel = (image + b) * (int) dy.size(1) + group * filters + f;
              int position = dy.start() + channel * outSize;
              source.runs(
                  (point, element, n) ->
                      kind.copy(from, position + element, 1, lattice, at + point, 1, n));
            }
          }
          int first = group * channels + row;
          for (int p = 0; p < places.length; p++) {
            Lattice place = places[p];
            Sliding.run(
                kind,
                lattice,
                offsets[p],
                (count - 1) * size + last,
                turned,
                begins[p] + first * offsets[p].length,
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
                          place,
                          b * size,
                          result,
                          to.start() + channel * inSize);
                    }
                  }
                });
          }
        });
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
  private static int shared(int size, int front, int image, int places) {
    int behind = size - front - image;
    return behind > 0 && behind <= front && size - behind >= places ? size - behind : size;
  }

  private static int[] ones() {
    int[] ones = new int[Window.RANK];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * How a convolution is cut into pieces: some images, one group, some of its rows. Sums do not
   * depend on it.
   *
   * @param total how many images there are
   * @param images how many make a piece
   * @param rows how many rows a group has
   * @param height how many rows make a piece
   * @param operations how many multiplications there are in all
   */
  private record Batches(int total, int images, int groups, int rows, int height, long operations) {

    /** Works on {@code count} images from {@code image} on. */
    interface Work {
      void run(int image, int count, int group, int row, int rows);
    }

    static Batches of(int total, int size, int groups, int rows, long terms) {
      long work = terms * total * size * groups * rows;
      int threads = work < Parallel.WORTH_THREADS ? 1 : Threads.count();
      int images = Math.max(1, Math.min(Rows.WIDTH / size, (total + threads - 1) / threads));
      int pieces = (total + images - 1) / images * groups;
      int height = rows;
      if (pieces < threads && rows >= 16) {
        int parts = (threads + pieces - 1) / pieces;
        height = Math.max(4, (rows + parts - 1) / parts);
      }
      return new Batches(total, images, groups, rows, height, work);
    }

    void run(Work work) {
      int down = (rows + height - 1) / height;
      int across = (total + images - 1) / images;
      Parallel.Piece piece =
          index -> {
            int row = index % down * height;
            int image = index / down % across * images;
            int count = Math.min(images, total - image);
            work.run(image, count, index / down / across, row, Math.min(height, rows - row));
          };
      Parallel.each(down * across * groups, operations, piece);
    }
  }
}
