package dev.cresset.backend;

import dev.cresset.ir.scalar.Numbers;

/**
 * {@link Blocks} in double precision: functions over the first {@code n} elements of arrays, which
 * kernels call where a loop of their own would not be vectorised. {@code to} may be {@code from}.
 */
public final class DoubleBlocks {

  private DoubleBlocks() {}

  /** e to the power of each element. */
  public static void exp(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.exp(from[i]);
    }
  }

  /** {@code 1 / (1 + e^−x)}. */
  public static void sigmoid(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.sigmoid(from[i]);
    }
  }

  /** Hyperbolic tangent. */
  public static void tanh(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.tanh(from[i]);
    }
  }

  /** The error function. */
  public static void erf(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.erf(from[i]);
    }
  }

  /** e to the power of each element, less 1. */
  public static void expm1(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.expm1(from[i]);
    }
  }

  /** The natural logarithm. */
  public static void log(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.log(from[i]);
    }
  }

  /** The natural logarithm of 1 + x. */
  public static void log1p(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.log1p(from[i]);
    }
  }

  /** The logarithm to base 2. */
  public static void log2(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.log2(from[i]);
    }
  }

  /** The logarithm to base 10. */
  public static void log10(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.log10(from[i]);
    }
  }

  /** Sine. */
  public static void sin(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.sin(from[i]);
    }
  }

  /** Cosine. */
  public static void cos(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.cos(from[i]);
    }
  }

  /** Tangent. */
  public static void tan(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.tan(from[i]);
    }
  }

  /** Arc sine. */
  public static void asin(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.asin(from[i]);
    }
  }

  /** Arc cosine. */
  public static void acos(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.acos(from[i]);
    }
  }

  /** Arc tangent. */
  public static void atan(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.atan(from[i]);
    }
  }

  /** Hyperbolic sine. */
  public static void sinh(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.sinh(from[i]);
    }
  }

  /** Hyperbolic cosine. */
  public static void cosh(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.cosh(from[i]);
    }
  }

  /** 1 less the error function. */
  public static void erfc(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.erfc(from[i]);
    }
  }

  /** Rounded down. */
  public static void floor(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.floor(from[i]);
    }
  }

  /** Rounded up. */
  public static void ceil(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.ceil(from[i]);
    }
  }

  /** Rounded toward zero. */
  public static void trunc(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.trunc(from[i]);
    }
  }

  /** Rounded to nearest, halves to even. */
  public static void round(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.rint(from[i]);
    }
  }

  /** −1, 0 or 1; 0 of NaN. */
  public static void sign(double[] from, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.sign(from[i]);
    }
  }

  /** C's power of each pair. */
  public static void pow(double[] a, double[] b, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.pow(a[i], b[i]);
    }
  }

  /** The power of each element by one exponent; those of programs without logarithms. */
  public static void pow(double[] a, double b, double[] to, int n) {
    if (b == 2) {
      for (int i = 0; i < n; i++) {
        to[i] = a[i] * a[i];
      }
    } else if (b == 1) {
      System.arraycopy(a, 0, to, 0, n);
    } else if (b == 3) {
      for (int i = 0; i < n; i++) {
        to[i] = a[i] * a[i] * a[i];
      }
    } else if (b == 0.5) {
      for (int i = 0; i < n; i++) {
        to[i] = Math.sqrt(a[i]);
      }
    } else if (b == -1) {
      for (int i = 0; i < n; i++) {
        to[i] = 1 / a[i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        to[i] = Numbers.pow(a[i], b);
      }
    }
  }

  /** The remainder with the dividend's sign. */
  public static void fmod(double[] a, double[] b, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = a[i] % b[i];
    }
  }

  /** The angle of the point (b, a). */
  public static void atan2(double[] a, double[] b, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.atan2(a[i], b[i]);
    }
  }

  /** {@code √(a² + b²)}. */
  public static void hypot(double[] a, double[] b, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.hypot(a[i], b[i]);
    }
  }

  /** The quotient rounded down. */
  public static void floorDiv(double[] a, double[] b, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.floorDiv(a[i], b[i]);
    }
  }

  /** The remainder with the divisor's sign. */
  public static void remainder(double[] a, double[] b, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.remainder(a[i], b[i]);
    }
  }

  /** Each element of {@code a} where that of {@code condition} is not 0, else of {@code b}. */
  public static void select(float[] condition, float[] a, float[] b, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = condition[i] != 0 ? a[i] : b[i];
    }
  }

  /** Each element of {@code a} where that of {@code condition} is not 0, else of {@code b}. */
  public static void select(double[] condition, double[] a, double[] b, double[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = condition[i] != 0 ? a[i] : b[i];
    }
  }
}
