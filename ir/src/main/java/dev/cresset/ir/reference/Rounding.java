package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;

/** Numbers as a dtype holds them. */
final class Rounding {
  private Rounding() {}

  /** The nearest number of a real dtype. */
  static double to(DType dtype, double value) {
    return switch (dtype) {
      case F32 -> (float) value;
      case F16 -> nearest(value, 11, -14, 65504);
      case BF16 -> nearest(value, 8, -126, 0x1.fep127);
      default -> value;
    };
  }

  /** To {@code bits} bits of significand, exponents from {@code least}, and infinity above most. */
  private static double nearest(double value, int bits, int least, double most) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    int exponent = Math.max(Math.getExponent(value), least) - (bits - 1);
    double rounded = Math.scalb(Math.rint(Math.scalb(value, -exponent)), exponent);
    return Math.abs(rounded) > most ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
  }

  /** The low bits that a whole dtype keeps. */
  static long to(DType dtype, long value) {
    return switch (dtype) {
      case I32 -> (int) value;
      case I16 -> (short) value;
      case I8 -> (byte) value;
      case U8 -> value & 0xff;
      case BOOL -> value == 0 ? 0 : 1;
      default -> value;
    };
  }
}
