package dev.cresset.ir.reference;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Other sizes and strides for the same elements. */
final class Views {
  private Views() {}

  /**
   * The strides under which elements of {@code sizes} and {@code strides} have {@code newSizes};
   * null if there are none. Runs of dimensions that lie without gaps are taken as one, and filled
   * from the end.
   */
  static long @Nullable [] strides(long[] sizes, long[] strides, long[] newSizes) {
    if (NdArray.count(sizes) == 0) {
      return NdArray.rowMajor(newSizes);
    }
    int[] dims = IntStream.range(0, sizes.length).filter(i -> sizes[i] != 1).toArray();
    long[] made = new long[newSizes.length];
    int next = newSizes.length - 1;
    for (int last = dims.length - 1; last >= 0; ) {
      long base = strides[dims[last]];
      long run = sizes[dims[last]];
      while (--last >= 0 && strides[dims[last]] == run * base) {
        run *= sizes[dims[last]];
      }
      long filled = 1;
      while (next >= 0 && (filled < run || newSizes[next] == 1)) {
        made[next] = base * filled;
        filled *= newSizes[next--];
      }
      if (filled != run) {
        return null;
      }
    }
    Arrays.fill(made, 0, next + 1, 1); // sizes of one
    return made;
  }

  static NdArray expand(NdArray array, long[] newSizes) {
    int extra = newSizes.length - array.rank();
    if (extra < 0) {
      throw mismatch(array, newSizes);
    }
    long[] sizes = newSizes.clone();
    long[] strides = new long[newSizes.length];
    for (int i = 0; i < sizes.length; i++) {
      long mine = i < extra ? 1 : array.size(i - extra);
      if (sizes[i] == -1 && i >= extra) {
        sizes[i] = mine;
      }
      if (mine != sizes[i] && mine != 1) {
        throw mismatch(array, newSizes);
      }
      strides[i] = i < extra || mine != sizes[i] ? 0 : array.strides()[i - extra];
    }
    return array.view(sizes, strides, 0);
  }

  private static IllegalArgumentException mismatch(NdArray array, long[] newSizes) {
    return new IllegalArgumentException(
        "%s does not expand to %s"
            .formatted(Arrays.toString(array.sizes()), Arrays.toString(newSizes)));
  }
}
