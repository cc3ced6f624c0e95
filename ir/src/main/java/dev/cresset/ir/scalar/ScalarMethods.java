package dev.cresset.ir.scalar;

import java.util.List;

/**
 * The methods in which a {@link Scalar} is written, {@code x.mul(y).max(0)}: one for each {@link
 * Primitive}, and a few that are made of several.
 */
public sealed interface ScalarMethods permits Scalar {

  /** {@code this + b}. */
  default Scalar add(Scalar b) {
    return Laws.call(Primitive.ADD, List.of((Scalar) this, b));
  }

  /** {@code this + b}. */
  default Scalar add(double b) {
    return add(Scalar.constant(b));
  }

  /** {@code this − b}. */
  default Scalar sub(Scalar b) {
    return Laws.call(Primitive.SUB, List.of((Scalar) this, b));
  }

  /** {@code this − b}. */
  default Scalar sub(double b) {
    return sub(Scalar.constant(b));
  }

  /** {@code this · b}. */
  default Scalar mul(Scalar b) {
    return Laws.call(Primitive.MUL, List.of((Scalar) this, b));
  }

  /** {@code this · b}. */
  default Scalar mul(double b) {
    return mul(Scalar.constant(b));
  }

  /** {@code this / b}. */
  default Scalar div(Scalar b) {
    return Laws.call(Primitive.DIV, List.of((Scalar) this, b));
  }

  /** {@code this / b}. */
  default Scalar div(double b) {
    return div(Scalar.constant(b));
  }

  /** The larger one, NaN kept. */
  default Scalar max(Scalar b) {
    return Laws.call(Primitive.MAX, List.of((Scalar) this, b));
  }

  /** The larger one, NaN kept. */
  default Scalar max(double b) {
    return max(Scalar.constant(b));
  }

  /** The smaller one, NaN kept. */
  default Scalar min(Scalar b) {
    return Laws.call(Primitive.MIN, List.of((Scalar) this, b));
  }

  /** The smaller one, NaN kept. */
  default Scalar min(double b) {
    return min(Scalar.constant(b));
  }

  /** This to the power of {@code b}. */
  default Scalar pow(Scalar b) {
    return Laws.call(Primitive.POW, List.of((Scalar) this, b));
  }

  /** This to the power of {@code b}. */
  default Scalar pow(double b) {
    return pow(Scalar.constant(b));
  }

  /** The remainder with the sign of this. */
  default Scalar fmod(Scalar b) {
    return Laws.call(Primitive.FMOD, List.of((Scalar) this, b));
  }

  /** The remainder with the sign of this. */
  default Scalar fmod(double b) {
    return fmod(Scalar.constant(b));
  }

  /** The remainder with the sign of {@code b}. */
  default Scalar remainder(Scalar b) {
    return Laws.call(Primitive.REMAINDER, List.of((Scalar) this, b));
  }

  /** The remainder with the sign of {@code b}. */
  default Scalar remainder(double b) {
    return remainder(Scalar.constant(b));
  }

  /** The quotient rounded down. */
  default Scalar floorDivide(Scalar b) {
    return Laws.call(Primitive.FLOOR_DIV, List.of((Scalar) this, b));
  }

  /** The quotient rounded down. */
  default Scalar floorDivide(double b) {
    return floorDivide(Scalar.constant(b));
  }

  /** Whether this is less. */
  default Scalar lessThan(Scalar b) {
    return Laws.call(Primitive.LESS, List.of((Scalar) this, b));
  }

  /** Whether this is less. */
  default Scalar lessThan(double b) {
    return lessThan(Scalar.constant(b));
  }

  /** Whether this is less or equal. */
  default Scalar atMost(Scalar b) {
    return Laws.call(Primitive.LESS_EQUAL, List.of((Scalar) this, b));
  }

  /** Whether this is less or equal. */
  default Scalar atMost(double b) {
    return atMost(Scalar.constant(b));
  }

  /** Whether this is greater. */
  default Scalar greaterThan(Scalar b) {
    return Laws.call(Primitive.GREATER, List.of((Scalar) this, b));
  }

  /** Whether this is greater. */
  default Scalar greaterThan(double b) {
    return greaterThan(Scalar.constant(b));
  }

  /** Whether this is greater or equal. */
  default Scalar atLeast(Scalar b) {
    return Laws.call(Primitive.GREATER_EQUAL, List.of((Scalar) this, b));
  }

  /** Whether this is greater or equal. */
  default Scalar atLeast(double b) {
    return atLeast(Scalar.constant(b));
  }

  /** Whether both are equal. */
  default Scalar equalTo(Scalar b) {
    return Laws.call(Primitive.EQUAL, List.of((Scalar) this, b));
  }

  /** Whether both are equal. */
  default Scalar equalTo(double b) {
    return equalTo(Scalar.constant(b));
  }

  /** Whether both differ. */
  default Scalar notEqualTo(Scalar b) {
    return Laws.call(Primitive.NOT_EQUAL, List.of((Scalar) this, b));
  }

  /** Whether both differ. */
  default Scalar notEqualTo(double b) {
    return notEqualTo(Scalar.constant(b));
  }

  /** The angle of the point ({@code b}, this). */
  default Scalar atan2(Scalar b) {
    return Laws.call(Primitive.ATAN2, List.of((Scalar) this, b));
  }

  /** {@code √(this² + b²)}. */
  default Scalar hypot(Scalar b) {
    return Laws.call(Primitive.HYPOT, List.of((Scalar) this, b));
  }

  /** Whether both are true. */
  default Scalar and(Scalar b) {
    return Laws.call(Primitive.AND, List.of((Scalar) this, b));
  }

  /** Whether one is true. */
  default Scalar or(Scalar b) {
    return Laws.call(Primitive.OR, List.of((Scalar) this, b));
  }

  /** The bits that both have. */
  default Scalar bitAnd(Scalar b) {
    return Laws.call(Primitive.BIT_AND, List.of((Scalar) this, b));
  }

  /** The bits that one has. */
  default Scalar bitOr(Scalar b) {
    return Laws.call(Primitive.BIT_OR, List.of((Scalar) this, b));
  }

  /** The bits that only one has. */
  default Scalar bitXor(Scalar b) {
    return Laws.call(Primitive.BIT_XOR, List.of((Scalar) this, b));
  }

  /** Bits moved up. */
  default Scalar shiftLeft(Scalar b) {
    return Laws.call(Primitive.SHIFT_LEFT, List.of((Scalar) this, b));
  }

  /** Bits moved down. */
  default Scalar shiftRight(Scalar b) {
    return Laws.call(Primitive.SHIFT_RIGHT, List.of((Scalar) this, b));
  }

  /** {@code −this}. */
  default Scalar neg() {
    return Laws.call(Primitive.NEG, List.of((Scalar) this));
  }

  /** The absolute value. */
  default Scalar abs() {
    return Laws.call(Primitive.ABS, List.of((Scalar) this));
  }

  /** The square root. */
  default Scalar sqrt() {
    return Laws.call(Primitive.SQRT, List.of((Scalar) this));
  }

  /** e to the power of this. */
  default Scalar exp() {
    return Laws.call(Primitive.EXP, List.of((Scalar) this));
  }

  /** e to the power of this, less 1. */
  default Scalar expm1() {
    return Laws.call(Primitive.EXPM1, List.of((Scalar) this));
  }

  /** The natural logarithm. */
  default Scalar log() {
    return Laws.call(Primitive.LOG, List.of((Scalar) this));
  }

  /** The natural logarithm of 1 + this. */
  default Scalar log1p() {
    return Laws.call(Primitive.LOG1P, List.of((Scalar) this));
  }

  /** The logarithm to base 2. */
  default Scalar log2() {
    return Laws.call(Primitive.LOG2, List.of((Scalar) this));
  }

  /** The logarithm to base 10. */
  default Scalar log10() {
    return Laws.call(Primitive.LOG10, List.of((Scalar) this));
  }

  /** Sine. */
  default Scalar sin() {
    return Laws.call(Primitive.SIN, List.of((Scalar) this));
  }

  /** Cosine. */
  default Scalar cos() {
    return Laws.call(Primitive.COS, List.of((Scalar) this));
  }

  /** Tangent. */
  default Scalar tan() {
    return Laws.call(Primitive.TAN, List.of((Scalar) this));
  }

  /** Arc sine. */
  default Scalar asin() {
    return Laws.call(Primitive.ASIN, List.of((Scalar) this));
  }

  /** Arc cosine. */
  default Scalar acos() {
    return Laws.call(Primitive.ACOS, List.of((Scalar) this));
  }

  /** Arc tangent. */
  default Scalar atan() {
    return Laws.call(Primitive.ATAN, List.of((Scalar) this));
  }

  /** Hyperbolic sine. */
  default Scalar sinh() {
    return Laws.call(Primitive.SINH, List.of((Scalar) this));
  }

  /** Hyperbolic cosine. */
  default Scalar cosh() {
    return Laws.call(Primitive.COSH, List.of((Scalar) this));
  }

  /** Hyperbolic tangent. */
  default Scalar tanh() {
    return Laws.call(Primitive.TANH, List.of((Scalar) this));
  }

  /** {@code 1 / (1 + e^−this)}. */
  default Scalar sigmoid() {
    return Laws.call(Primitive.SIGMOID, List.of((Scalar) this));
  }

  /** The error function. */
  default Scalar erf() {
    return Laws.call(Primitive.ERF, List.of((Scalar) this));
  }

  /** 1 less the error function. */
  default Scalar erfc() {
    return Laws.call(Primitive.ERFC, List.of((Scalar) this));
  }

  /** Rounded down. */
  default Scalar floor() {
    return Laws.call(Primitive.FLOOR, List.of((Scalar) this));
  }

  /** Rounded up. */
  default Scalar ceil() {
    return Laws.call(Primitive.CEIL, List.of((Scalar) this));
  }

  /** Rounded toward zero. */
  default Scalar trunc() {
    return Laws.call(Primitive.TRUNC, List.of((Scalar) this));
  }

  /** Rounded to nearest, halves to even. */
  default Scalar round() {
    return Laws.call(Primitive.ROUND, List.of((Scalar) this));
  }

  /** −1, 0 or 1. */
  default Scalar sign() {
    return Laws.call(Primitive.SIGN, List.of((Scalar) this));
  }

  /** Whether this is not true. */
  default Scalar not() {
    return Laws.call(Primitive.NOT, List.of((Scalar) this));
  }

  /** The other bits. */
  default Scalar bitNot() {
    return Laws.call(Primitive.BIT_NOT, List.of((Scalar) this));
  }

  /** This where {@code b > 0}, else 0; NaN if one is. */
  default Scalar gate(Scalar b) {
    return Laws.call(Primitive.GATE, List.of((Scalar) this, b));
  }

  /** {@code a} if this is true, else {@code b}. */
  default Scalar select(Scalar a, Scalar b) {
    return Laws.call(Primitive.SELECT, List.of((Scalar) this, a, b));
  }

  /** {@code a} if this is true, else {@code b}. */
  default Scalar select(Scalar a, double b) {
    return select(a, Scalar.constant(b));
  }

  /** {@code a} if this is true, else {@code b}. */
  default Scalar select(double a, Scalar b) {
    return select(Scalar.constant(a), b);
  }

  /** {@code 1 / this}. */
  default Scalar reciprocal() {
    return Scalar.constant(1).div((Scalar) this);
  }

  /** {@code this · this}. */
  default Scalar square() {
    return mul((Scalar) this);
  }

  /** Whether this is no number. */
  default Scalar isNan() {
    return notEqualTo((Scalar) this);
  }

  /** The sum over the row. */
  default Scalar rowSum() {
    return new Scalar.Row(Scalar.Fold.SUM, (Scalar) this);
  }

  /** The mean over the row. */
  default Scalar rowMean() {
    return rowSum().div(new Scalar.RowLength());
  }

  /** The largest of the row; NaN if one is. */
  default Scalar rowMax() {
    return new Scalar.Row(Scalar.Fold.MAX, (Scalar) this);
  }

  /** What is equal for the whole row, as one number. */
  default Scalar rowFirst() {
    return new Scalar.Row(Scalar.Fold.FIRST, (Scalar) this);
  }
}
