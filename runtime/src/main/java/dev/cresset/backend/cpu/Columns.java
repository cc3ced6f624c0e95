package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;

/**
 * Windows of images as columns, {@code [n · c · taps, windows]}, and columns added into images,
 * both from the beginnings of their arrays. The window slides over the last two sizes.
 */
public final class Columns {
  private Columns() {}

  /**
   * Writes to {@code columns} what the window at each of {@code rows · across} places shows of
   * {@code planes} images; what lies outside of them is 0.
   */
  public static void unfold(
      Strided images, int planes, int height, int width, Window window, Strided columns) {
    unfold(Rows.of(images.dtype()), images, planes, height, width, window, columns);
  }

  private static <A> void unfold(
      Rows<A> kind,
      Strided images,
      int planes,
      int height,
      int width,
      Window window,
      Strided columns) {
    A from = kind.array(images);
    A to = kind.array(columns);
    Places down = Places.of(window, 1, height);
    Places right = Places.of(window, 2, width);
    int taps = window.taps();
    Parallel.each(
        planes * taps,
        columns.numel(),
        row -> {
          int tap = row % taps;
          int plane = row / taps * height * width;
          int at = row * down.count() * right.count();
          int first = right.first(window.distance(tap, 2));
          int end = right.end(window.distance(tap, 2));
          for (int i = 0; i < down.count(); i++) {
            int y = down.at(i) + window.distance(tap, 1);
            if (y >= 0 && y < height && first < end) {
              int x = right.at(first) + window.distance(tap, 2);
              int step = window.stride()[2];
              int column = at + i * right.count() + first;
              kind.copy(from, plane + y * width + x, step, to, column, 1, end - first);
            }
          }
        });
  }

  /** Adds each element of {@code columns} to the pixel of {@code images}, all 0, that it shows. */
  public static void fold(
      Strided columns, int planes, int height, int width, Window window, Strided images) {
    fold(Reals.of(images.dtype()), columns, planes, height, width, window, images);
  }

  private static <A> void fold(
      Reals<A> kind,
      Strided columns,
      int planes,
      int height,
      int width,
      Window window,
      Strided images) {
    A from = kind.array(columns);
    A to = kind.array(images);
    Places down = Places.of(window, 1, height);
    Places right = Places.of(window, 2, width);
    int taps = window.taps();
    Parallel.each(
        planes,
        columns.numel(),
        plane -> {
          for (int tap = 0; tap < taps; tap++) {
            int row = (plane * taps + tap) * down.count() * right.count();
            int first = right.first(window.distance(tap, 2));
            int end = right.end(window.distance(tap, 2));
            for (int i = 0; i < down.count(); i++) {
              int y = down.at(i) + window.distance(tap, 1);
              if (y >= 0 && y < height && first < end) {
                int x = right.at(first) + window.distance(tap, 2);
                int pixel = (plane * height + y) * width + x;
                int column = row + i * right.count() + first;
                kind.add(from, column, to, pixel, window.stride()[2], end - first);
              }
            }
          }
        });
  }

  /**
   * Where a window stands along one dimension.
   *
   * @param count how many places there are
   */
  private record Places(int count, int stride, int padding, int size) {

    static Places of(Window window, int d, int size) {
      int reach = window.dilation()[d] * (window.kernel()[d] - 1) + 1;
      int room = size + 2 * window.padding()[d] - reach;
      int count = room < 0 ? 0 : room / window.stride()[d] + 1;
      return new Places(count, window.stride()[d], window.padding()[d], size);
    }

    /** Where the window at place {@code i} begins. */
    int at(int i) {
      return i * stride - padding;
    }

    /**
     * The first place at which what lies {@code distance} from the window's beginning is inside.
     */
    int first(int distance) {
      return Math.min(count, Math.max(0, Math.floorDiv(padding - distance + stride - 1, stride)));
    }

    /** The place from which on it is outside again. */
    int end(int distance) {
      int last = Math.floorDiv(size - 1 + padding - distance, stride);
      return Math.max(0, Math.min(count, last + 1));
    }
  }
}
