package dev.cresset.ir.scalar;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The functions of numbers out of which all others are made, with PyTorch's meaning: a closed set,
 * since each has a derivative and a form in every language that kernels are written in. Truth is 1
 * and 0, and whatever is not 0 is true.
 */
public enum Primitive {
  /** {@code a + b}. */
  ADD((a, b) -> a + b, (a, b) -> a + b),
  /** {@code a − b}. */
  SUB((a, b) -> a - b, (a, b) -> a - b),
  /** {@code a · b}. */
  MUL((a, b) -> a * b, (a, b) -> a * b),
  /** {@code a / b}; of whole numbers cut off toward zero. */
  DIV((a, b) -> a / b, Numbers::truncDiv),
  /** {@code −a}. */
  NEG(a -> -a, a -> -a),
  /** The absolute value. */
  ABS(a -> Math.abs(a), a -> Math.abs(a)),
  /** The larger one; NaN if one is. */
  MAX((a, b) -> Math.max(a, b), (a, b) -> Math.max(a, b)),
  /** The smaller one; NaN if one is. */
  MIN((a, b) -> Math.min(a, b), (a, b) -> Math.min(a, b)),
  /** The square root. */
  SQRT(Math::sqrt),
  /** e to the power of a. */
  EXP(Math::exp),
  /** e to the power of a, less 1. */
  EXPM1(Math::expm1),
  /** The natural logarithm. */
  LOG(Math::log),
  /** The natural logarithm of 1 + a. */
  LOG1P(Math::log1p),
  /** The logarithm to base 2. */
  LOG2(Numbers::log2),
  /** The logarithm to base 10. */
  LOG10(Math::log10),
  /** Sine. */
  SIN(Math::sin),
  /** Cosine. */
  COS(Math::cos),
  /** Tangent. */
  TAN(Math::tan),
  /** Arc sine. */
  ASIN(Math::asin),
  /** Arc cosine. */
  ACOS(Math::acos),
  /** Arc tangent. */
  ATAN(Math::atan),
  /** Hyperbolic sine. */
  SINH(Math::sinh),
  /** Hyperbolic cosine. */
  COSH(Math::cosh),
  /** Hyperbolic tangent. */
  TANH(Math::tanh),
  /** {@code 1 / (1 + e^−a)}. */
  SIGMOID(Numbers::sigmoid),
  /** The error function. */
  ERF(Numbers::erf),
  /** 1 less the error function. */
  ERFC(Numbers::erfc),
  /** Rounded down. */
  FLOOR(Math::floor, a -> a),
  /** Rounded up. */
  CEIL(Math::ceil, a -> a),
  /** Rounded toward zero. */
  TRUNC(Numbers::trunc, a -> a),
  /** Rounded to nearest, halves to even. */
  ROUND(Math::rint, a -> a),
  /** −1, 0 or 1. */
  SIGN(Numbers::sign, a -> Long.signum(a)),
  /** a to the power of b. */
  POW(Numbers::pow, Numbers::pow),
  /** The angle of the point (b, a). */
  ATAN2(Math::atan2),
  /** {@code √(a² + b²)}. */
  HYPOT(Math::hypot),
  /** The quotient rounded down. */
  FLOOR_DIV(Numbers::floorDiv, Numbers::floorDiv),
  /** The remainder with the dividend's sign. */
  FMOD((a, b) -> a % b, Numbers::fmod),
  /** The remainder with the divisor's sign. */
  REMAINDER(Numbers::remainder, Numbers::remainder),
  /** {@code a} where {@code b > 0}, else 0; NaN if one is. */
  GATE(Numbers::gate),
  /** Whether {@code a < b}. */
  LESS((a, b) -> truth(a < b), (a, b) -> truth(a < b)),
  /** Whether {@code a ≤ b}. */
  LESS_EQUAL((a, b) -> truth(a <= b), (a, b) -> truth(a <= b)),
  /** Whether {@code a > b}. */
  GREATER((a, b) -> truth(a > b), (a, b) -> truth(a > b)),
  /** Whether {@code a ≥ b}. */
  GREATER_EQUAL((a, b) -> truth(a >= b), (a, b) -> truth(a >= b)),
  /** Whether {@code a = b}. */
  EQUAL((a, b) -> truth(a == b), (a, b) -> truth(a == b)),
  /** Whether {@code a ≠ b}. */
  NOT_EQUAL((a, b) -> truth(a != b), (a, b) -> truth(a != b)),
  /** Whether both are true. */
  AND((a, b) -> truth(a != 0 && b != 0), (a, b) -> truth(a != 0 && b != 0)),
  /** Whether one is true. */
  OR((a, b) -> truth(a != 0 || b != 0), (a, b) -> truth(a != 0 || b != 0)),
  /** Whether it is not true. */
  NOT(a -> truth(a == 0), a -> truth(a == 0)),
  /** The bits that both have. */
  BIT_AND(null, (a, b) -> a & b),
  /** The bits that one has. */
  BIT_OR(null, (a, b) -> a | b),
  /** The bits that only one has. */
  BIT_XOR(null, (a, b) -> a ^ b),
  /** The other bits. */
  BIT_NOT(null, a -> ~a),
  /** Bits moved up by b. */
  SHIFT_LEFT(null, Numbers::shiftLeft),
  /** Bits moved down by b, the sign kept. */
  SHIFT_RIGHT(null, Numbers::shiftRight),
  /** The second if the first is true, else the third. */
  SELECT(3);

  private final int arity;
  private final @Nullable DoubleUnaryOperator real1;
  private final @Nullable DoubleBinaryOperator real2;
  private final @Nullable LongUnaryOperator whole1;
  private final @Nullable LongBinaryOperator whole2;

  Primitive(int arity) {
    this.arity = arity;
    real1 = null;
    real2 = null;
    whole1 = null;
    whole2 = null;
  }

  Primitive(@Nullable DoubleUnaryOperator real, @Nullable LongUnaryOperator whole) {
    arity = 1;
    real1 = real;
    real2 = null;
    whole1 = whole;
    whole2 = null;
  }

  Primitive(DoubleUnaryOperator real) {
    this(real, (LongUnaryOperator) null);
  }

  Primitive(@Nullable DoubleBinaryOperator real, @Nullable LongBinaryOperator whole) {
    arity = 2;
    real1 = null;
    real2 = real;
    whole1 = null;
    whole2 = whole;
  }

  Primitive(DoubleBinaryOperator real) {
    this(real, (LongBinaryOperator) null);
  }

  private static int truth(boolean truth) {
    return truth ? 1 : 0;
  }

  /** How many numbers it takes. */
  public int arity() {
    return arity;
  }

  /** Whether it gives a truth. */
  public boolean givesTruth() {
    return switch (this) {
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL, AND, OR, NOT -> true;
      default -> false;
    };
  }

  /** Whether it is a function of reals. */
  public boolean takesReals() {
    return real1 != null || real2 != null || this == SELECT;
  }

  /** Whether it is a function of whole numbers that gives a whole one. */
  public boolean takesWholes() {
    return whole1 != null || whole2 != null || this == SELECT;
  }

  /**
   * Its value.
   *
   * @throws UnsupportedOperationException if it is no function of reals
   */
  public double of(double... in) {
    if (this == SELECT) {
      return in[0] != 0 ? in[1] : in[2];
    } else if (real1 != null) {
      return real1.applyAsDouble(in[0]);
    } else if (real2 != null) {
      return real2.applyAsDouble(in[0], in[1]);
    }
    throw new UnsupportedOperationException(this + " takes whole numbers");
  }

  /**
   * Its value.
   *
   * @throws UnsupportedOperationException if it is no function of whole numbers
   */
  public long of(long... in) {
    if (this == SELECT) {
      return in[0] != 0 ? in[1] : in[2];
    } else if (whole1 != null) {
      return whole1.applyAsLong(in[0]);
    } else if (whole2 != null) {
      return whole2.applyAsLong(in[0], in[1]);
    }
    throw new UnsupportedOperationException(this + " takes reals");
  }
}
