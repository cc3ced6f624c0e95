package dev.cresset.ir.reference;

import java.util.Arrays;
import java.util.function.Consumer;

/** Goes through the indices of an array. */
final class Index {
  private Index() {}

  /** Hands out every index within {@code sizes}, in row-major order; each is the caller's own. */
  static void forEach(long[] sizes, Consumer<long[]> visitor) {
    long count = NdArray.count(sizes);
    for (long number = 0; number < count; number++) {
      visitor.accept(of(number, sizes));
    }
  }

  /** The index of element {@code number} in row-major order. */
  static long[] of(long number, long[] sizes) {
    long[] index = new long[sizes.length];
    long rest = number;
    for (int i = sizes.length - 1; i >= 0; i--) {
      index[i] = rest % sizes[i];
      rest /= sizes[i];
    }
    return index;
  }

  /** The number in row-major order of the element at {@code index}. */
  static long number(long[] index, long[] sizes) {
    long number = 0;
    for (int i = 0; i < sizes.length; i++) {
      number = number * sizes[i] + index[i];
    }
    return number;
  }

  /** {@code values} with {@code value} at {@code at} besides. */
  static long[] with(long[] values, int at, long value) {
    long[] more = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(values, at, more, at + 1, values.length - at);
    more[at] = value;
    return more;
  }

  /** {@code values} without that at {@code at}. */
  static long[] without(long[] values, int at) {
    long[] fewer = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }

  /** {@code values} with {@code value} in the place of that at {@code at}. */
  static long[] put(long[] values, int at, long value) {
    long[] other = values.clone();
    other[at] = value;
    return other;
  }

  /** Both, one after the other. */
  static long[] join(long[] first, long... second) {
    long[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
