package dev.cresset.ir.scalar;

/**
 * The functions of numbers out of which all others are made, with PyTorch's meaning: a closed set,
 * since each has a derivative and a form in every language that kernels are written in. Truth is 1
 * and 0, and whatever is not 0 is true.
 */
public enum Primitive {
  /** {@code a + b}. */
  ADD(2, Takes.REALS_AND_WHOLES),
  /** {@code a − b}. */
  SUB(2, Takes.REALS_AND_WHOLES),
  /** {@code a · b}. */
  MUL(2, Takes.REALS_AND_WHOLES),
  /** {@code a / b}; of whole numbers cut off toward zero. */
  DIV(2, Takes.REALS_AND_WHOLES),
  /** {@code −a}. */
  NEG(1, Takes.REALS_AND_WHOLES),
  /** The absolute value. */
  ABS(1, Takes.REALS_AND_WHOLES),
  /** The larger one; NaN if one is. */
  MAX(2, Takes.REALS_AND_WHOLES),
  /** The smaller one; NaN if one is. */
  MIN(2, Takes.REALS_AND_WHOLES),
  /** The square root. */
  SQRT(1, Takes.REALS),
  /** e to the power of a. */
  EXP(1, Takes.REALS),
  /** e to the power of a, less 1. */
  EXPM1(1, Takes.REALS),
  /** The natural logarithm. */
  LOG(1, Takes.REALS),
  /** The natural logarithm of 1 + a. */
  LOG1P(1, Takes.REALS),
  /** The logarithm to base 2. */
  LOG2(1, Takes.REALS),
  /** The logarithm to base 10. */
  LOG10(1, Takes.REALS),
  /** Sine. */
  SIN(1, Takes.REALS),
  /** Cosine. */
  COS(1, Takes.REALS),
  /** Tangent. */
  TAN(1, Takes.REALS),
  /** Arc sine. */
  ASIN(1, Takes.REALS),
  /** Arc cosine. */
  ACOS(1, Takes.REALS),
  /** Arc tangent. */
  ATAN(1, Takes.REALS),
  /** Hyperbolic sine. */
  SINH(1, Takes.REALS),
  /** Hyperbolic cosine. */
  COSH(1, Takes.REALS),
  /** Hyperbolic tangent. */
  TANH(1, Takes.REALS),
  /** {@code 1 / (1 + e^−a)}. */
  SIGMOID(1, Takes.REALS),
  /** The error function. */
  ERF(1, Takes.REALS),
  /** 1 less the error function. */
  ERFC(1, Takes.REALS),
  /** Rounded down. */
  FLOOR(1, Takes.REALS_AND_WHOLES),
  /** Rounded up. */
  CEIL(1, Takes.REALS_AND_WHOLES),
  /** Rounded toward zero. */
  TRUNC(1, Takes.REALS_AND_WHOLES),
  /** Rounded to nearest, halves to even. */
  ROUND(1, Takes.REALS_AND_WHOLES),
  /** −1, 0 or 1. */
  SIGN(1, Takes.REALS_AND_WHOLES),
  /** a to the power of b. */
  POW(2, Takes.REALS_AND_WHOLES),
  /** The angle of the point (b, a). */
  ATAN2(2, Takes.REALS),
  /** {@code √(a² + b²)}. */
  HYPOT(2, Takes.REALS),
  /** The quotient rounded down. */
  FLOOR_DIV(2, Takes.REALS_AND_WHOLES),
  /** The remainder with the dividend's sign. */
  FMOD(2, Takes.REALS_AND_WHOLES),
  /** The remainder with the divisor's sign. */
  REMAINDER(2, Takes.REALS_AND_WHOLES),
  /** {@code a} where {@code b > 0}, else 0; NaN if one is. */
  GATE(2, Takes.REALS),
  /** Whether {@code a < b}. */
  LESS(2, Takes.REALS_AND_WHOLES),
  /** Whether {@code a ≤ b}. */
  LESS_EQUAL(2, Takes.REALS_AND_WHOLES),
  /** Whether {@code a > b}. */
  GREATER(2, Takes.REALS_AND_WHOLES),
  /** Whether {@code a ≥ b}. */
  GREATER_EQUAL(2, Takes.REALS_AND_WHOLES),
  /** Whether {@code a = b}. */
  EQUAL(2, Takes.REALS_AND_WHOLES),
  /** Whether {@code a ≠ b}. */
  NOT_EQUAL(2, Takes.REALS_AND_WHOLES),
  /** Whether both are true. */
  AND(2, Takes.REALS_AND_WHOLES),
  /** Whether one is true. */
  OR(2, Takes.REALS_AND_WHOLES),
  /** Whether it is not true. */
  NOT(1, Takes.REALS_AND_WHOLES),
  /** The bits that both have. */
  BIT_AND(2, Takes.WHOLES),
  /** The bits that one has. */
  BIT_OR(2, Takes.WHOLES),
  /** The bits that only one has. */
  BIT_XOR(2, Takes.WHOLES),
  /** The other bits. */
  BIT_NOT(1, Takes.WHOLES),
  /** Bits moved up by b. */
  SHIFT_LEFT(2, Takes.WHOLES),
  /** Bits moved down by b, the sign kept. */
  SHIFT_RIGHT(2, Takes.WHOLES),
  /** The second if the first is true, else the third. */
  SELECT(3, Takes.REALS_AND_WHOLES);

  /** What a function is of. */
  private enum Takes {
    REALS,
    WHOLES,
    REALS_AND_WHOLES
  }

  private final int arity;
  private final Takes takes;

  Primitive(int arity, Takes takes) {
    this.arity = arity;
    this.takes = takes;
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
    return takes != Takes.WHOLES;
  }

  /** Whether it is a function of whole numbers that gives a whole one. */
  public boolean takesWholes() {
    return takes != Takes.REALS;
  }

  /**
   * Its value.
   *
   * @throws UnsupportedOperationException if it is no function of reals
   */
  public double of(double... in) {
    double a = in[0];
    double b = arity > 1 ? in[1] : 0;
    return switch (this) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case NEG -> -a;
      case ABS -> Math.abs(a);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case SQRT -> Math.sqrt(a);
      case EXP -> Math.exp(a);
      case EXPM1 -> Math.expm1(a);
      case LOG -> Math.log(a);
      case LOG1P -> Math.log1p(a);
      case LOG2 -> Numbers.log2(a);
      case LOG10 -> Math.log10(a);
      case SIN -> Math.sin(a);
      case COS -> Math.cos(a);
      case TAN -> Math.tan(a);
      case ASIN -> Math.asin(a);
      case ACOS -> Math.acos(a);
      case ATAN -> Math.atan(a);
      case SINH -> Math.sinh(a);
      case COSH -> Math.cosh(a);
      case TANH -> Math.tanh(a);
      case SIGMOID -> Numbers.sigmoid(a);
      case ERF -> Numbers.erf(a);
      case ERFC -> Numbers.erfc(a);
      case FLOOR -> Math.floor(a);
      case CEIL -> Math.ceil(a);
      case TRUNC -> Numbers.trunc(a);
      case ROUND -> Math.rint(a);
      case SIGN -> Numbers.sign(a);
      case POW -> Numbers.pow(a, b);
      case ATAN2 -> Math.atan2(a, b);
      case HYPOT -> Math.hypot(a, b);
      case FLOOR_DIV -> Numbers.floorDiv(a, b);
      case FMOD -> a % b;
      case REMAINDER -> Numbers.remainder(a, b);
      case GATE -> Numbers.gate(a, b);
      case LESS -> truth(a < b);
      case LESS_EQUAL -> truth(a <= b);
      case GREATER -> truth(a > b);
      case GREATER_EQUAL -> truth(a >= b);
      case EQUAL -> truth(a == b);
      case NOT_EQUAL -> truth(a != b);
      case AND -> truth(a != 0 && b != 0);
      case OR -> truth(a != 0 || b != 0);
      case NOT -> truth(a == 0);
      case SELECT -> a != 0 ? b : in[2];
      default -> throw new UnsupportedOperationException(this + " takes whole numbers");
    };
  }

  /**
   * Its value.
   *
   * @throws UnsupportedOperationException if it is no function of whole numbers
   */
  public long of(long... in) {
    long a = in[0];
    long b = arity > 1 ? in[1] : 0;
    return switch (this) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> Numbers.truncDiv(a, b);
      case NEG -> -a;
      case ABS -> Math.abs(a);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case FLOOR -> a;
      case CEIL -> a;
      case TRUNC -> a;
      case ROUND -> a;
      case SIGN -> Long.signum(a);
      case POW -> Numbers.pow(a, b);
      case FLOOR_DIV -> Numbers.floorDiv(a, b);
      case FMOD -> Numbers.fmod(a, b);
      case REMAINDER -> Numbers.remainder(a, b);
      case LESS -> truth(a < b);
      case LESS_EQUAL -> truth(a <= b);
      case GREATER -> truth(a > b);
      case GREATER_EQUAL -> truth(a >= b);
      case EQUAL -> truth(a == b);
      case NOT_EQUAL -> truth(a != b);
      case AND -> truth(a != 0 && b != 0);
      case OR -> truth(a != 0 || b != 0);
      case NOT -> truth(a == 0);
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      case BIT_NOT -> ~a;
      case SHIFT_LEFT -> Numbers.shiftLeft(a, b);
      case SHIFT_RIGHT -> Numbers.shiftRight(a, b);
      case SELECT -> a != 0 ? b : in[2];
      default -> throw new UnsupportedOperationException(this + " takes reals");
    };
  }
}
