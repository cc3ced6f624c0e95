package dev.cresset.backend.cpu;

/**
 * Which elements of an image lie on the points of a grid: point z of a dimension is element {@code
 * z · step + shift} of the image, if there is one.
 *
 * @param grid the grid's sizes
 * @param first the first point of a dimension that has an element
 * @param count how many points have one
 * @param origin the element that the first point has
 * @param step how far elements lie apart in the image
 * @param image the image's sizes
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
record Lattice(int[] grid, int[] first, int[] count, int[] origin, int[] step, int[] image) {

  /** Takes a run of points along the last dimension. */
  interface Run {
    /** Takes {@code count} points; elements lie {@link Lattice#lastStep} apart. */
    void take(int point, int element, int count);
  }

  static Lattice of(int[] grid, int[] step, int[] shift, int[] image) {
    int rank = grid.length;
    int[] first = new int[rank];
    int[] count = new int[rank];
    int[] origin = new int[rank];
    for (int d = 0; d < rank; d++) {
      first[d] = Math.max(0, -Math.floorDiv(shift[d], step[d])); // the least z · step + shift >= 0
      int last = Math.min(grid[d] - 1, Math.floorDiv(image[d] - 1 - shift[d], step[d]));
      count[d] = Math.max(0, last - first[d] + 1);
      origin[d] = first[d] * step[d] + shift[d];
    }
    return new Lattice(grid, first, count, origin, step, image);
  }

  int lastStep() {
    return step[2];
  }

  /** Gives all points that have an element. */
  void runs(Run run) {
    if (count[2] == 0) {
      return;
    }
    for (int z = 0; z < count[0]; z++) {
      for (int y = 0; y < count[1]; y++) {
        int point = ((first[0] + z) * grid[1] + first[1] + y) * grid[2] + first[2];
        int element =
            ((origin[0] + z * step[0]) * image[1] + origin[1] + y * step[1]) * image[2] + origin[2];
        run.take(point, element, count[2]);
      }
    }
  }
}
