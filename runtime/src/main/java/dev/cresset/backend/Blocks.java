package dev.cresset.backend;

import dev.cresset.ir.scalar.Numbers;

/**
 * Functions over the first {@code n} elements of arrays, which generated kernels call where a loop
 * of their own would not be vectorised. {@code to} may be {@code from}. Errors in single precision:
 * exp 1 ulp, sigmoid 2, tanh 5, erf 6; the others are rounded from double precision.
 */
public final class Blocks {
  private static final float LOG2_E = 1.44269504f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;

  /** 1.5 · 2^23: adding and subtracting it rounds to a whole number. */
  private static final float ROUNDER = 12582912f;

  private static final ThreadLocal<float[]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[PointwiseKernel.TILE]);

  private Blocks() {}

  private static float[] scratch(int n) {
    float[] scratch = SCRATCH.get();
    if (scratch.length < n) {
      scratch = new float[n];
      SCRATCH.set(scratch);
    }
    return scratch;
  }

  /** e to the power of each element. */
  public static void exp(float[] from, float[] to, int n) {
    float[] powers = scratch(n);
    mantissas(from, to, powers, n);
    scale(to, powers, n);
  }

  /**
   * x = k·ln 2 + r; writes e^r, and k. A loop of its own, since the other one is not vectorised.
   */
  private static void mantissas(float[] from, float[] to, float[] powers, int n) {
    for (int i = 0; i < n; i++) {
      float x = Math.max(-104f, Math.min(89f, from[i])); // beyond, the result is 0 or infinite
      float k = Math.fma(x, LOG2_E, ROUNDER) - ROUNDER;
      float r = Math.fma(-LN2_LOW, k, Math.fma(-LN2_HIGH, k, x));
      float p = Math.fma(0.0013811658136546612f, r, 0.008370134979486465f);
      p = Math.fma(p, r, 0.04166852682828903f);
      p = Math.fma(p, r, 0.16666509211063385f);
      p = Math.fma(p, r, 0.4999999403953552f);
      powers[i] = k;
      to[i] = Math.fma(p, r * r, r) + 1f;
    }
  }

  /** Multiplies by 2^k in two steps, since 2^k itself may be no float while the product is. */
  private static void scale(float[] to, float[] powers, int n) {
    for (int i = 0; i < n; i++) {
      int k = (int) powers[i];
      int half = k >> 1;
      to[i] =
          to[i]
              * Float.intBitsToFloat(half + 127 << 23)
              * Float.intBitsToFloat(k - half + 127 << 23);
    }
  }

  /** {@code 1 / (1 + e^−x)}. */
  public static void sigmoid(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = -from[i];
    }
    exp(to, to, n);
    for (int i = 0; i < n; i++) {
      to[i] = 1f / (1f + to[i]);
    }
  }

  /** Hyperbolic tangent, as a quotient of polynomials. */
  public static void tanh(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      float x = Math.max(-9.02f, Math.min(9.02f, from[i]));
      float u = x * x;
      float p = Math.fma(-1.220517176908631e-11f, u, 3.0587496979705975e-08f);
      p = Math.fma(p, u, 2.800853872031439e-05f);
      p = Math.fma(p, u, 0.0038683826569467783f);
      p = Math.fma(p, u, 0.13679958879947662f);
      p = Math.fma(p, u, 1f);
      float q = Math.fma(1.2874404546892038e-06f, u, 0.000393872702261433f);
      q = Math.fma(q, u, 0.02724604122340679f);
      q = Math.fma(q, u, 0.4701329171657562f);
      q = Math.fma(q, u, 1f);
      to[i] = Math.max(-1f, Math.min(1f, x * p / q));
    }
  }

  /** The error function, as a quotient of polynomials. */
  public static void erf(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      float x = Math.max(-3.95f, Math.min(3.95f, from[i]));
      float u = x * x;
      float p = Math.fma(2.0261375084373867e-06f, u, 0.0002846686402335763f);
      p = Math.fma(p, u, 0.0038071335293352604f);
      p = Math.fma(p, u, 0.05287224054336548f);
      p = Math.fma(p, u, 0.19152574241161346f);
      p = Math.fma(p, u, 1.1283791065216064f);
      float q = Math.fma(3.783321153605357e-05f, u, 0.001170485164038837f);
      q = Math.fma(q, u, 0.015053010545670986f);
      q = Math.fma(q, u, 0.11454951018095016f);
      q = Math.fma(q, u, 0.5030679702758789f);
      q = Math.fma(q, u, 1f);
      to[i] = Math.max(-1f, Math.min(1f, x * p / q));
    }
  }

  /** e to the power of each element, less 1. */
  public static void expm1(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.expm1(from[i]);
    }
  }

  /** The natural logarithm. */
  public static void log(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.log(from[i]);
    }
  }

  /** The natural logarithm of 1 + x. */
  public static void log1p(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.log1p(from[i]);
    }
  }

  /** The logarithm to base 2. */
  public static void log2(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Numbers.log2(from[i]);
    }
  }

  /** The logarithm to base 10. */
  public static void log10(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.log10(from[i]);
    }
  }

  /** Sine. */
  public static void sin(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.sin(from[i]);
    }
  }

  /** Cosine. */
  public static void cos(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.cos(from[i]);
    }
  }

  /** Tangent. */
  public static void tan(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.tan(from[i]);
    }
  }

  /** Arc sine. */
  public static void asin(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.asin(from[i]);
    }
  }

  /** Arc cosine. */
  public static void acos(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.acos(from[i]);
    }
  }

  /** Arc tangent. */
  public static void atan(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.atan(from[i]);
    }
  }

  /** Hyperbolic sine. */
  public static void sinh(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.sinh(from[i]);
    }
  }

  /** Hyperbolic cosine. */
  public static void cosh(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.cosh(from[i]);
    }
  }

  /** 1 less the error function. */
  public static void erfc(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Numbers.erfc(from[i]);
    }
  }

  /** Rounded down. */
  public static void floor(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.floor(from[i]);
    }
  }

  /** Rounded up. */
  public static void ceil(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.ceil(from[i]);
    }
  }

  /** Rounded toward zero. */
  public static void trunc(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Numbers.trunc(from[i]);
    }
  }

  /** Rounded to nearest, halves to even. */
  public static void round(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.rint(from[i]);
    }
  }

  /** −1, 0 or 1; 0 of NaN. */
  public static void sign(float[] from, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Numbers.sign(from[i]);
    }
  }

  /** C's power of each pair. */
  public static void pow(float[] a, float[] b, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Numbers.pow(a[i], b[i]);
    }
  }

  /** The power of each element by one exponent; those of programs without logarithms. */
  public static void pow(float[] a, float b, float[] to, int n) {
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
    } else if (b == 0.5f) {
      for (int i = 0; i < n; i++) {
        to[i] = (float) Math.sqrt(a[i]);
      }
    } else if (b == -1) {
      for (int i = 0; i < n; i++) {
        to[i] = 1 / a[i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        to[i] = (float) Numbers.pow(a[i], b);
      }
    }
  }

  /** The remainder with the dividend's sign. */
  public static void fmod(float[] a, float[] b, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = a[i] % b[i];
    }
  }

  /** The angle of the point (b, a). */
  public static void atan2(float[] a, float[] b, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.atan2(a[i], b[i]);
    }
  }

  /** {@code √(a² + b²)}. */
  public static void hypot(float[] a, float[] b, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (float) Math.hypot(a[i], b[i]);
    }
  }

  /** The quotient rounded down. */
  public static void floorDiv(float[] a, float[] b, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.floorDiv(a[i], b[i]);
    }
  }

  /** The remainder with the divisor's sign. */
  public static void remainder(float[] a, float[] b, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Numbers.remainder(a[i], b[i]);
    }
  }
}
