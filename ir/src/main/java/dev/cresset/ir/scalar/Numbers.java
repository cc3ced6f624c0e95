package dev.cresset.ir.scalar;

/** Scalar functions with PyTorch's meaning where {@link Math} has none or another. */
public final class Numbers {
  private static final double LOG2_E = 1 / Math.log(2);

  private Numbers() {}

  /** Cut off toward zero. */
  public static double trunc(double a) {
    return a < 0 ? Math.ceil(a) : Math.floor(a);
  }

  /** −1, 0 or 1; 0 for NaN, as in PyTorch. */
  public static double sign(double a) {
    return a > 0 ? 1 : a < 0 ? -1 : 0;
  }

  /** The quotient rounded down; computed from the remainder, as PyTorch does. */
  public static double floorDiv(double a, double b) {
    if (b == 0) {
      return a / b;
    }
    double mod = a % b;
    double quotient = (a - mod) / b;
    if (mod != 0 && (b < 0) != (mod < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /** The quotient rounded down, computed in single precision. */
  public static float floorDiv(float a, float b) {
    if (b == 0) {
      return a / b;
    }
    float mod = a % b;
    float quotient = (a - mod) / b;
    if (mod != 0 && (b < 0) != (mod < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0f, a / b);
    }
    float floor = (float) Math.floor(quotient);
    return quotient - floor > 0.5f ? floor + 1 : floor;
  }

  /**
   * The quotient of whole numbers rounded down.
   *
   * @throws ArithmeticException if {@code b} is 0
   */
  public static long floorDiv(long a, long b) {
    checkDivisor(b);
    return Math.floorDiv(a, b);
  }

  /** The quotient of whole numbers rounded toward zero. */
  public static long truncDiv(long a, long b) {
    checkDivisor(b);
    return a / b;
  }

  /** The remainder with the divisor's sign. */
  public static double remainder(double a, double b) {
    double mod = a % b;
    return mod != 0 && (b < 0) != (mod < 0) ? mod + b : mod;
  }

  /** The remainder with the divisor's sign, computed in single precision. */
  public static float remainder(float a, float b) {
    float mod = a % b;
    return mod != 0 && (b < 0) != (mod < 0) ? mod + b : mod;
  }

  /** The remainder with the divisor's sign. */
  public static long remainder(long a, long b) {
    checkDivisor(b);
    return Math.floorMod(a, b);
  }

  /** The remainder with the dividend's sign. */
  public static long fmod(long a, long b) {
    checkDivisor(b);
    return a % b;
  }

  private static void checkDivisor(long b) {
    if (b == 0) {
      throw new ArithmeticException("ZeroDivisionError: a whole number was divided by 0");
    }
  }

  /** C's pow, which unlike Java's gives 1 for 1 to any power and for −1 to an infinite one. */
  public static double pow(double a, double b) {
    return a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b);
  }

  /**
   * A whole number to a whole power, wrapping; a negative power of anything but 1 and −1 is 0, as
   * in PyTorch.
   */
  public static long pow(long a, long b) {
    if (b < 0) {
      return a == 1 ? 1 : a == -1 ? (b & 1) == 0 ? 1 : -1 : 0;
    }
    long power = 1;
    long base = a;
    for (long left = b; left != 0; left >>= 1) {
      power *= (left & 1) != 0 ? base : 1;
      base *= base;
    }
    return power;
  }

  /** The logarithm to base 2; exact for powers of 2. */
  public static double log2(double a) {
    int exponent = Math.getExponent(a);
    if (a > 0 && exponent <= Double.MAX_EXPONENT && exponent >= Double.MIN_EXPONENT) {
      double mantissa = Math.scalb(a, -exponent);
      return mantissa == 1 ? exponent : Math.log(a) * LOG2_E;
    }
    return Math.log(a) * LOG2_E;
  }

  /** {@code 1 / (1 + e^−x)}. */
  public static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** The error function. */
  public static double erf(double x) {
    return ErrorFunction.erf(x);
  }

  /** 1 less the error function. */
  public static double erfc(double x) {
    return ErrorFunction.erfc(x);
  }

  /**
   * {@code a} where {@code b > 0}, else 0; NaN if one is. Bounds instead of a choice, since C2 of
   * Java 17 makes vectors of those and not of choices, by branch or by bits, which take three times
   * as long; and all that it makes vectors of passes a NaN on. Three times a large number takes the
   * smallest {@code b} to infinity.
   */
  public static float gate(float a, float b) {
    float bound = Math.max(b, 0f) * 1e38f * 1e38f * 1e38f;
    return Math.max(-bound, Math.min(bound, a));
  }

  /** As {@link #gate(float, float)}, in double precision. */
  public static double gate(double a, double b) {
    double bound = Math.max(b, 0) * 1e300 * 1e300 * 1e300;
    return Math.max(-bound, Math.min(bound, a));
  }

  /** Bits moved up; 0 where {@code b} is no number of bits. */
  public static long shiftLeft(long a, long b) {
    return b < 0 || b > 63 ? 0 : a << b;
  }

  /** Bits moved down, the sign kept; the sign alone where {@code b} is no number of bits. */
  public static long shiftRight(long a, long b) {
    return b < 0 || b > 63 ? a >> 63 : a >> b;
  }

  /**
   * {@code a} if {@code condition} holds, else {@code b}. By bits and without a branch: on numbers
   * that cannot be foretold seven times as fast as {@code ?:}.
   */
  public static float select(boolean condition, float a, float b) {
    int mask = condition ? -1 : 0;
    int other = Float.floatToRawIntBits(b);
    return Float.intBitsToFloat(other ^ (Float.floatToRawIntBits(a) ^ other) & mask);
  }

  /** As {@link #select(boolean, float, float)}, in double precision. */
  public static double select(boolean condition, double a, double b) {
    long mask = condition ? -1 : 0;
    long other = Double.doubleToRawLongBits(b);
    return Double.longBitsToDouble(other ^ (Double.doubleToRawLongBits(a) ^ other) & mask);
  }
}
