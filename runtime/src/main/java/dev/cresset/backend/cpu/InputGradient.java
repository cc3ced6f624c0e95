package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a convolution's input, which is the transposed convolution. Where the window
 * moved by more than one element, each remainder of a place by the stride has taps of its own: a
 * small convolution over the gradient of the result, whose results lie that far apart.
 *
 * @param <A> the arrays of the dtype
 */
final class InputGradient<A> {
  private final Rows<A> kind;
  private final Strided dy;
  private final Strided weight;
  private final Strided to;
  private final int groups;
  private final int channels;
  private final int filters;
  private final int taps;
  private final Phases phases;
  private final int size;

  /** How far the last result that counts, and the last tap, lie in a grid. */
  private final int last;

  private final int far;
  private final Lattice source;
  private final Lattice[] places;
  private final Batches batches;

  /** By phase: where each filter's taps lie in the grids, and where its weights begin. */
  private final int[][] offsets;

  private final int[] begins;

  InputGradient(Rows<A> kind, Strided dy, Strided weight, Strided to, Window window, int groups) {
    this.kind = kind;
    this.dy = dy;
    this.weight = weight;
    this.to = to;
    this.groups = groups;
    channels = (int) weight.size(1);
    filters = (int) weight.size(0) / groups;
    taps = window.taps();
    phases = Phases.all(window);
    int[] in = Window.image(to);
    int[] out = Window.image(dy);
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
      grid[d] = Convolution.shared(many[d] + reach[d], reach[d] - lowest[d], out[d], many[d]);
      shift[d] = lowest[d] - reach[d];
    }
    size = Window.volume(grid);
    last = ((many[0] - 1) * grid[1] + many[1] - 1) * grid[2] + many[2];
    far = (reach[0] * grid[1] + reach[1]) * grid[2] + reach[2];
    source = Lattice.of(grid, Convolution.ones(), shift, out);
    batches = Batches.of((int) to.size(0), size, groups, channels, (long) filters * taps);
    places = new Lattice[phases.count()];
    offsets = new int[places.length][];
    begins = new int[places.length];
    int filled = 0;
    for (int p = 0; p < places.length; p++) {
      int[] at = new int[Window.RANK];
      for (int d = 0; d < at.length; d++) {
        at[d] = lowest[d] * stride[d] + phases.remainder(p, d) - window.padding()[d];
      }
      places[p] = Lattice.of(grid, stride, at, in);
      offsets[p] = offsets(phases.taps(p), grid);
      begins[p] = filled;
      filled += groups * channels * offsets[p].length;
    }
  }

  private int[] offsets(int[] taps, int[] grid) {
    int[] offsets = new int[filters * taps.length];
    for (int f = 0; f < filters; f++) {
      for (int m = 0; m < taps.length; m++) {
        offsets[f * taps.length + m] =
            f * batches.images() * size + far - phases.shift(taps[m], grid);
      }
    }
    return offsets;
  }

  /** Writes the gradient, plus {@code bias} on each channel. */
  void run(@Nullable Strided bias) {
    A start = bias == null ? null : kind.array(bias);
    A result = kind.array(to);
    A turned = turned();
    int outSize = Window.volume(Window.image(to));
    batches.run(
        (image, count, group, row, rows) -> {
          A lattice = lattice(image, count, group);
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
                      int position = to.start() + channel * outSize;
                      Sliding.store(kind, sums[i], column, n, place, b * size, result, position);
                    }
                  }
                });
          }
        });
  }

  /** The weights by phase, then channel, filter, tap. */
  private A turned() {
    A from = kind.array(weight);
    A turned = kind.array((int) weight.numel());
    for (int p = 0; p < places.length; p++) {
      int[] members = phases.taps(p);
      int step = offsets[p].length;
      for (int group = 0; group < groups; group++) {
        for (int f = 0; f < filters; f++) {
          for (int m = 0; m < members.length; m++) { // channel by channel
            int position = weight.start() + (group * filters + f) * channels * taps + members[m];
            int at = begins[p] + group * channels * step + f * members.length + m;
            kind.copy(from, position, taps, turned, at, step, channels);
          }
        }
      }
    }
    return turned;
  }

  /** A group's gradients of some images on a grid with room for the taps that reach outside. */
  private A lattice(int image, int count, int group) {
    A from = kind.array(dy);
    A lattice = kind.scratch().zeros(filters * batches.images() * size + far);
    int inSize = Window.volume(Window.image(dy));
    for (int f = 0; f < filters; f++) {
      for (int b = 0; b < count; b++) {
        int at = (f * batches.images() + b) * size;
        int channel = (image + b) * (int) dy.size(1) + group * filters + f;
        int position = dy.start() + channel * inSize;
        source.runs(
            (point, element, n) ->
                kind.copy(from, position + element, 1, lattice, at + point, 1, n));
      }
    }
    return lattice;
  }
}
