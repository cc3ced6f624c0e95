package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import java.util.Arrays;

/**
 * A view as runs: its elements in row-major order, cut where memory jumps. Sizes that lie one after
 * the other in memory are joined, so that a contiguous view is one run. Immutable.
 */
final class Walk {

  /** Takes {@code count} elements that lie at {@code position}, {@code position + step}, .. */
  interface Run {
    /** Takes a run, whose first element is number {@code at} of those asked for. */
    void take(int position, int step, int at, int count);
  }

  private final long[] sizes;
  private final long[] strides;
  private final long offset;

  Walk(Strided view) {
    int n = 0;
    long[] joinedSizes = new long[Math.max(view.dim(), 1)];
    long[] joinedStrides = new long[joinedSizes.length];
    for (int d = 0; d < view.dim(); d++) {
      long size = view.sizes()[d];
      long stride = view.strides()[d];
      if (size == 1) {
        continue;
      }
      if (n > 0 && joinedStrides[n - 1] == stride * size) {
        joinedSizes[n - 1] *= size;
        joinedStrides[n - 1] = stride;
      } else {
        joinedSizes[n] = size;
        joinedStrides[n++] = stride;
      }
    }
    if (n == 0) {
      joinedSizes[n] = view.numel();
      joinedStrides[n++] = 1;
    }
    sizes = Arrays.copyOf(joinedSizes, n);
    strides = Arrays.copyOf(joinedStrides, n);
    offset = view.offset();
  }

  /** Whether all elements are one run, with the distance {@link #step}. */
  boolean isOneRun() {
    return sizes.length == 1;
  }

  /** The distance inside of runs. */
  int step() {
    return (int) strides[strides.length - 1];
  }

  /** Gives elements {@code from} to {@code from + count}, counted row by row, as runs. */
  void runs(int from, int count, Run run) {
    int last = sizes.length - 1;
    int step = (int) strides[last];
    long inner = sizes[last];
    int at = 0;
    while (at < count) {
      long index = (long) from + at;
      long column = index % inner;
      long position = offset + column * step;
      long rest = index / inner;
      for (int d = last - 1; d >= 0; d--) {
        position += rest % sizes[d] * strides[d];
        rest /= sizes[d];
      }
      int length = (int) Math.min(count - at, inner - column);
      run.take((int) position, step, at, length);
      at += length;
    }
  }
}
