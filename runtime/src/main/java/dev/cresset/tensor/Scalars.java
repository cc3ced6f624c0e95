package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.ir.scalar.Numbers;
import dev.cresset.ir.type.DType;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Arithmetic of plain numbers as TorchScript has it: whole numbers stay whole. */
public final class Scalars {
  private Scalars() {}

  private static boolean isReal(Number a) {
    return a instanceof Double || a instanceof Float;
  }

  private static Number of(
      Number a, Number b, LongBinaryOperator whole, DoubleBinaryOperator real) {
    if (isReal(a) || isReal(b)) {
      return real.applyAsDouble(a.doubleValue(), b.doubleValue());
    }
    return whole.applyAsLong(a.longValue(), b.longValue());
  }

  /** A tensor's one element: a Long of whole numbers and truths, a Double of reals. */
  public static Number item(Tensor tensor) {
    return tensor.dtype().isFloatingPoint() ? (Number) tensor.item() : (Number) tensor.toLong();
  }

  /**
   * Refuses an argument's value.
   *
   * @param message says why, with a place for the value
   * @throws IllegalArgumentException always
   */
  public static Tensor refused(String message, String value) {
    throw new IllegalArgumentException(message.formatted(value));
  }

  /** The largest number of a real dtype that is finite, by PyTorch's number of the dtype. */
  public static double largestFinite(long dtype) {
    return switch (DType.ofCode(dtype)) {
      case F16 -> 65504;
      case BF16 -> 0x1.fep127;
      case F32 -> Float.MAX_VALUE;
      default -> Double.MAX_VALUE;
    };
  }

  /** Their sum. */
  public static Number add(Number a, Number b) {
    return of(a, b, Long::sum, Double::sum);
  }

  /** Their difference. */
  public static Number sub(Number a, Number b) {
    return of(a, b, (x, y) -> x - y, (x, y) -> x - y);
  }

  /** Their product. */
  public static Number mul(Number a, Number b) {
    return of(a, b, (x, y) -> x * y, (x, y) -> x * y);
  }

  /** Their quotient, a real. */
  public static Number div(Number a, Number b) {
    return a.doubleValue() / b.doubleValue();
  }

  /** A power. */
  public static Number pow(Number a, Number b) {
    if (!isReal(a) && !isReal(b) && b.longValue() >= 0) {
      return Numbers.pow(a.longValue(), b.longValue());
    }
    return Numbers.pow(a.doubleValue(), b.doubleValue());
  }

  /** The remainder with the dividend's sign. */
  public static Number fmod(Number a, Number b) {
    return of(a, b, Numbers::fmod, (x, y) -> x % y);
  }

  /** The remainder with the divisor's sign. */
  public static Number remainder(Number a, Number b) {
    return of(a, b, Numbers::remainder, Numbers::remainder);
  }

  /** Whether a is less. */
  public static boolean lt(Number a, Number b) {
    return of(a, b, (x, y) -> x < y ? 1 : 0, (x, y) -> x < y ? 1 : 0).doubleValue() != 0;
  }

  /** Whether a is less or equal. */
  public static boolean le(Number a, Number b) {
    return of(a, b, (x, y) -> x <= y ? 1 : 0, (x, y) -> x <= y ? 1 : 0).doubleValue() != 0;
  }

  /** Whether a is greater. */
  public static boolean gt(Number a, Number b) {
    return lt(b, a);
  }

  /** Whether a is greater or equal. */
  public static boolean ge(Number a, Number b) {
    return le(b, a);
  }

  /** Whether both are equal. */
  public static boolean eq(Number a, Number b) {
    return of(a, b, (x, y) -> x == y ? 1 : 0, (x, y) -> x == y ? 1 : 0).doubleValue() != 0;
  }

  /** Whether both differ. */
  public static boolean ne(Number a, Number b) {
    return !eq(a, b);
  }

  /** {@code −a}. */
  public static Number neg(Number a) {
    return isReal(a) ? (Number) (-a.doubleValue()) : (Number) (-a.longValue());
  }

  /** The square root. */
  public static Number sqrt(Number a) {
    return Math.sqrt(a.doubleValue());
  }

  /** e to the power of a. */
  public static Number exp(Number a) {
    return Math.exp(a.doubleValue());
  }

  /** e to the power of a, less 1. */
  public static Number expm1(Number a) {
    return Math.expm1(a.doubleValue());
  }

  /** The natural logarithm. */
  public static Number log(Number a) {
    return Math.log(a.doubleValue());
  }

  /** Sine. */
  public static Number sin(Number a) {
    return Math.sin(a.doubleValue());
  }

  /** Cosine. */
  public static Number cos(Number a) {
    return Math.cos(a.doubleValue());
  }

  /** Hyperbolic tangent. */
  public static Number tanh(Number a) {
    return Math.tanh(a.doubleValue());
  }
}
