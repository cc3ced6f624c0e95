package dev.cresset.language;

import dev.cresset.annotations.Script;

/** Exceptions and assertions, whose messages tell numbers as Java writes them. */
final class Raises {
  private Raises() {}

  @Script
  static long guarded(long x, float f) {
    if (x < 0) {
      throw new IllegalArgumentException(
          "negative: " + x + ", " + f + " " + f / 3.0 + " " + (x < -5));
    }
    assert x < 100 : "too large: " + x;
    assert x != 50;
    return x * 2;
  }

  @Script
  static long inBranches(long x) {
    long y;
    if (x < 0) {
      throw new IllegalStateException("negative");
    } else if (x == 0) {
      y = 7;
    } else {
      if (x > 10) {
        throw new UnsupportedOperationException("large");
      }
      y = x;
    }
    return y * 2;
  }

  @Script
  static long atTheEnd(long x) {
    if (x > 0) {
      return 1;
    }
    throw new IllegalStateException("not positive");
  }

  @Script
  static long inALoop(long n) {
    long i = 0;
    while (true) {
      i++;
      if (i * i > n) {
        return i;
      }
      if (i == 4) {
        throw new IndexOutOfBoundsException("at " + i);
      }
    }
  }
}
