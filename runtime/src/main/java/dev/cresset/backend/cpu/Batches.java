package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Threads;

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
record Batches(int total, int images, int groups, int rows, int height, long operations) {

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
