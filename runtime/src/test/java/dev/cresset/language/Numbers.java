package dev.cresset.language;

import dev.cresset.annotations.Script;

/** Arithmetic, bits, shifts and casts, as Java has them. */
final class Numbers {
  private Numbers() {}

  @Script
  static int ints(int a, int b) {
    int s = a << b;
    s ^= a >> 3;
    s |= b >>> 1;
    s &= ~(a >>> b);
    s <<= 2;
    s >>>= 1;
    s >>= 1;
    return s * 31 + (a & b) + (a | 7) + (a ^ b) + a / (b == 0 ? 1 : b) + a % (b == 0 ? 1 : b);
  }

  @Script
  static long longs(long a, int b) {
    long s = a << b;
    s ^= a >> 3;
    s += a >>> b;
    s |= a >>> 60L;
    return s * 31 + (a & b);
  }

  @Script
  static boolean truths(boolean a, boolean b) {
    boolean c = a & b;
    c |= a ^ b;
    c &= !a | b;
    return c ^ (a != b);
  }

  @Script
  static double mixed(int i, long l, float f, double d) {
    f += i;
    f *= d;
    l += f;
    i -= d;
    i /= 3;
    byteLike:
    {
      if (f != f) break byteLike;
      d = d % 3 + f;
    }
    return i + l * f - d + (int) d + (long) f + (float) l + (int) l;
  }
}
