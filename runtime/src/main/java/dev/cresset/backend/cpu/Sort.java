package dev.cresset.backend.cpu;

import java.util.Arrays;

/**
 * Sorts lines of elements along {@code times} of {@code [outer, times, inner]} by a key that orders
 * them as numbers, NaN last. Equal elements keep their order.
 */
public final class Sort {
  private Sort() {}

  /**
   * The numbers of the elements of each line in order, the first {@code k} of them, as {@code
   * [outer, k, inner]}.
   */
  public static long[] places(Slabs slabs, int k, boolean descending) {
    int n = slabs.count();
    int inner = slabs.inner();
    long[] places = new long[slabs.outer() * k * inner];
    boolean narrow = narrow(slabs);
    Reduce.turns(
        slabs.outer() * inner,
        n * 16,
        line -> {
          int from = line / inner * n * inner + line % inner;
          long[] keys = keys(slabs, from, descending);
          int[] order = narrow ? null : order(keys);
          long[] packed = narrow ? packed(keys, k) : keys;
          int to = line / inner * k * inner + line % inner;
          for (int i = 0; i < k; i++) {
            places[to + i * inner] = order == null ? packed[i] & 0xffffffffL : order[i];
          }
        });
    return places;
  }

  /** Whether all keys have 32 bits, so that one long holds a key and its place. */
  private static boolean narrow(Slabs slabs) {
    if (slabs.array() instanceof long[] wholes) {
      for (int i = slabs.at(); i < slabs.at() + slabs.total(); i++) {
        if (wholes[i] != (int) wholes[i]) {
          return false;
        }
      }
      return true;
    }
    return slabs.array() instanceof float[];
  }

  private static long[] keys(Slabs slabs, int from, boolean descending) {
    int n = slabs.count();
    int inner = slabs.inner();
    long[] keys = new long[n];
    int at = slabs.at() + from;
    if (slabs.array() instanceof float[] x) {
      for (int i = 0; i < n; i++) {
        int bits = Float.floatToIntBits(x[at + i * inner] + 0f); // −0 becomes 0
        keys[i] = bits ^ bits >> 31 & 0x7fffffff;
      }
    } else if (slabs.array() instanceof double[] x) {
      for (int i = 0; i < n; i++) {
        long bits = Double.doubleToLongBits(x[at + i * inner] + 0.0);
        keys[i] = bits ^ bits >> 63 & Long.MAX_VALUE;
      }
    } else {
      long[] x = (long[]) slabs.array();
      for (int i = 0; i < n; i++) {
        keys[i] = x[at + i * inner];
      }
    }
    for (int i = 0; descending && i < n; i++) {
      keys[i] = ~keys[i];
    }
    return keys;
  }

  /** Keys with their places below them, the first {@code k} in order. */
  private static long[] packed(long[] keys, int k) {
    int n = keys.length;
    for (int i = 0; i < n; i++) {
      keys[i] = keys[i] << 32 | i;
    }
    if (k > n / 8) {
      Arrays.sort(keys);
      return keys;
    }
    long[] heap = Arrays.copyOf(keys, k); // the greatest of the k least lies on top
    for (int i = k / 2 - 1; i >= 0; i--) {
      sink(heap, i);
    }
    for (int i = k; k > 0 && i < n; i++) {
      if (keys[i] < heap[0]) {
        heap[0] = keys[i];
        sink(heap, 0);
      }
    }
    Arrays.sort(heap);
    return heap;
  }

  private static void sink(long[] heap, int start) {
    int i = start;
    long sinking = heap[i];
    while (2 * i + 1 < heap.length) {
      int child = 2 * i + 1;
      if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= sinking) {
        break;
      }
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = sinking;
  }

  /** The places of keys in order, merged from ever longer sorted stretches. */
  private static int[] order(long[] keys) {
    int n = keys.length;
    int[] order = new int[n];
    int[] other = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (long width = 1; width < n; width *= 2) {
      for (long from = 0; from < n; from += 2 * width) {
        int middle = (int) Math.min(n, from + width);
        merge(keys, order, (int) from, middle, (int) Math.min(n, from + 2 * width), other);
      }
      int[] swap = order;
      order = other;
      other = swap;
    }
    return order;
  }

  private static void merge(long[] keys, int[] order, int from, int middle, int end, int[] to) {
    int left = from;
    int right = middle;
    for (int i = from; i < end; i++) {
      boolean takeLeft = right >= end || left < middle && keys[order[left]] <= keys[order[right]];
      to[i] = takeLeft ? order[left++] : order[right++];
    }
  }
}
