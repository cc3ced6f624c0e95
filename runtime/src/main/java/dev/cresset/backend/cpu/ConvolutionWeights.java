package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.backend.Threads;
import java.util.Arrays;

/**
 * The gradient of a convolution's weight: for each filter and each element of the window the sum,
 * over all places, of the result's gradient times what the element saw there. Images lie with their
 * channels innermost, so that what the window sees is a few runs of memory.
 */
public final class ConvolutionWeights<A> {
  private static final int CHUNKS = 16;
  private static final int PARTIAL = 1 << 24; // elements that all partial sums may take together

  private final Rows<A> kind;
  private final Strided dy;
  private final Strided x;
  private final Window window;
  private final int groups;
  private final int[] in;
  private final int[] out;
  private final int[] extent = new int[Window.RANK];
  private final int channels;
  private final int filters;
  private final int columns; // of a filter: by element of the window, then channel
  private final Lattice source;

  private ConvolutionWeights(Rows<A> kind, Strided dy, Strided x, Window window, int groups) {
    this.kind = kind;
    this.dy = dy;
    this.x = x;
    this.window = window;
    this.groups = groups;
    in = Window.image(x);
    out = Window.image(dy);
    int[] shift = new int[Window.RANK];
    int[] step = new int[Window.RANK];
    Arrays.fill(step, 1);
    for (int d = 0; d < Window.RANK; d++) {
      int overhang = (window.kernel()[d] - 1) * window.dilation()[d];
      extent[d] = (out[d] - 1) * window.stride()[d] + overhang + 1;
      shift[d] = -window.padding()[d];
    }
    source = Lattice.of(extent, step, shift, in);
    channels = (int) x.size(1) / groups;
    filters = (int) dy.size(1) / groups;
    columns = window.taps() * channels;
  }

  /**
   * Writes the gradient.
   *
   * @param dy {@code [n, out, ..]}
   * @param x {@code [n, in, ..]}
   * @param to {@code [out, in / groups, ..]}, all 0
   */
  public static void gradient(Strided dy, Strided x, Strided to, Window window, int groups) {
    if (to.numel() > 0 && dy.numel() > 0) {
      new ConvolutionWeights<>(Rows.of(to.dtype()), dy, x, window, groups).run(to);
    }
  }

  private void run(Strided to) {
    int images = (int) x.size(0);
    int size = groups * filters * columns;
    // How sums are cut must not depend on the threads.
    int chunks = Math.min(images, Math.max(1, Math.min(CHUNKS, PARTIAL / size)));
    int chunk = (images + chunks - 1) / chunks;
    int across = (images + chunk - 1) / chunk;
    boolean wide = columns >= 32 || columns >= filters;
    int tiles = wide ? (columns + Rows.WIDTH - 1) / Rows.WIDTH : 1;
    int width = (columns + tiles - 1) / tiles;
    long work = dy.numel() * columns;
    int height = wide ? Math.min(filters, Rows.HEIGHT) : filters;
    int pieces = across * groups * tiles * ((filters + height - 1) / height);
    if (wide && pieces < Threads.count() && filters >= 16) {
      int parts = (Threads.count() + pieces - 1) / pieces;
      height = Math.max(4, (height + parts - 1) / parts);
    }
    int rows = height;
    int down = (filters + rows - 1) / rows;
    A[] partial = kind.arrays(across, size);
    Parallel.Piece piece =
        index -> {
          int first = index % across * chunk;
          int count = Math.min(chunk, images - first);
          int tile = index / across % tiles;
          int row = index / across / tiles % down * rows;
          int group = index / across / tiles / down;
          A part = partial[index % across];
          if (wide) {
            int column = tile * width;
            wide(
                first,
                count,
                group,
                row,
                Math.min(rows, filters - row),
                column,
                Math.min(width, columns - column),
                part);
          } else {
            narrow(first, count, group, part);
          }
        };
    Parallel.each(across * tiles * down * groups, work, piece);
    write(partial, to, size);
  }

  /** What the window's elements see lies in the rows; filters are the sums' rows. */
  private void wide(int first, int count, int group, int row, int rows, int column, int n, A part) {
    int places = Window.volume(out);
    Runs runs = runs(column, n);
    A gradients = kind.array(dy);
    A[] panel = kind.scratch().panel();
    A[] sums = kind.scratch().sums(rows);
    A[] totals = kind.scratch().totals(rows);
    for (int i = 0; i < rows; i++) {
      kind.zero(sums[i], n);
      kind.zero(totals[i], n);
    }
    int terms = 0;
    for (int b = first; b < first + count; b++) {
      A image = image(b, group);
      int start = dy.start() + (b * (int) dy.size(1) + group * filters + row) * places;
      for (int place = 0; place < places; place += Rows.DEPTH) {
        int depth = Math.min(Rows.DEPTH, places - place);
        for (int q = 0; q < depth; q++) {
          int corner = corner(place + q) * channels;
          for (int r = 0; r < runs.count; r++) {
            int position = corner + runs.position[r];
            kind.copy(image, position, 1, panel[q], runs.at[r], 1, runs.length[r]);
          }
        }
        kind.addProducts(gradients, start + place, places, 1, panel, depth, sums, 0, rows, n);
        terms += depth;
        if (terms >= Rows.CHAIN) {
          kind.flush(sums, totals, rows, n);
          terms = 0;
        }
      }
    }
    kind.flush(sums, totals, rows, n);
    for (int i = 0; i < rows; i++) {
      kind.copy(totals[i], 0, 1, part, (group * filters + row + i) * columns + column, 1, n);
    }
  }

  /** Filters lie in the rows; the few elements of the window are the sums' rows. */
  private void narrow(int first, int count, int group, A part) {
    int places = Window.volume(out);
    int along = out[2];
    int taps = window.taps();
    A gradients = kind.array(dy);
    A[] panel = kind.scratch().panel();
    A[] sums = kind.scratch().sums(columns);
    A[] totals = kind.scratch().totals(columns);
    for (int tile = 0; tile < filters; tile += Rows.WIDTH) {
      int n = Math.min(Rows.WIDTH, filters - tile);
      for (int i = 0; i < columns; i++) {
        kind.zero(sums[i], n);
        kind.zero(totals[i], n);
      }
      int terms = 0;
      for (int b = first; b < first + count; b++) {
        A image = image(b, group);
        int start = dy.start() + (b * (int) dy.size(1) + group * filters + tile) * places;
        for (int line = 0; line < places; line += along) {
          for (int at = 0; at < along; at += Rows.DEPTH) {
            int depth = Math.min(Rows.DEPTH, along - at);
            kind.gather(gradients, start + line + at, 1, places, panel, depth, n);
            int corner = corner(line + at);
            int step = window.stride()[2] * channels;
            for (int t = 0; t < taps; t++) {
              int position = (corner + distance(t)) * channels;
              kind.addProducts(
                  image, position, 1, step, panel, depth, sums, t * channels, channels, n);
            }
            terms += depth;
            if (terms >= Rows.CHAIN) {
              kind.flush(sums, totals, columns, n);
              terms = 0;
            }
          }
        }
      }
      kind.flush(sums, totals, columns, n);
      for (int i = 0; i < columns; i++) {
        int at = (group * filters + tile) * columns + i;
        kind.copy(totals[i], 0, 1, part, at, columns, n);
      }
    }
  }

  /** One group's channels of an image, padded, as {@code [place, channel]}. */
  private A image(int image, int group) {
    A from = kind.array(x);
    A padded = kind.scratch().zeros(Window.volume(extent) * channels);
    int start = x.start() + (image * (int) x.size(1) + group * channels) * Window.volume(in);
    for (int c = 0; c < channels; c++) {
      int channel = c;
      int position = start + c * Window.volume(in);
      source.runs(
          (point, element, n) ->
              kind.copy(
                  from, position + element, 1, padded, point * channels + channel, channels, n));
    }
    return padded;
  }

  /** Where the window's first element lies at {@code place}, in places of the padded image. */
  private int corner(int place) {
    int[] stride = window.stride();
    int z = place / (out[1] * out[2]) * stride[0];
    int y = place / out[2] % out[1] * stride[1];
    return (z * extent[1] + y) * extent[2] + place % out[2] * stride[2];
  }

  private int distance(int tap) {
    return (window.distance(tap, 0) * extent[1] + window.distance(tap, 1)) * extent[2]
        + window.distance(tap, 2);
  }

  /** Runs of memory: where each begins, where it goes, how long it is. */
  private static final class Runs {
    private final int[] position;
    private final int[] at;
    private final int[] length;
    private int count;

    Runs(int most) {
      position = new int[most];
      at = new int[most];
      length = new int[most];
    }
  }

  /** Where {@code n} columns from {@code column} on lie, seen from the window's first element. */
  private Runs runs(int column, int n) {
    Runs runs = new Runs(window.taps());
    int end = column + n;
    for (int t = column / channels; t * channels < end; t++) {
      int from = Math.max(column, t * channels);
      int length = Math.min(end, (t + 1) * channels) - from;
      int position = distance(t) * channels + from - t * channels;
      int last = runs.count - 1;
      if (last >= 0 && runs.position[last] + runs.length[last] == position) {
        runs.length[last] += length;
      } else {
        runs.position[runs.count] = position;
        runs.at[runs.count] = from - column;
        runs.length[runs.count++] = length;
      }
    }
    return runs;
  }

  /** Adds the parts up, and puts each filter's channels before its window's elements. */
  private void write(A[] partial, Strided to, int size) {
    for (int c = 1; c < partial.length; c++) {
      kind.add(partial[c], partial[0], size);
    }
    A result = kind.array(to);
    int taps = window.taps();
    for (int filter = 0; filter < groups * filters; filter++) {
      for (int t = 0; t < taps; t++) {
        int from = filter * columns + t * channels;
        kind.copy(partial[0], from, 1, result, to.start() + filter * columns + t, taps, channels);
      }
    }
  }
}
