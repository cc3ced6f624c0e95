package dev.cresset.processor.lower;

import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Binary;
import dev.cresset.processor.script.Expression.Unary;

/**
 * The whole numbers that an int expression can give before it is wrapped to 32 bits: where they all
 * fit, no wrap is needed. Both ends included.
 */
record Range(long least, long most) {
  private static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** The range of {@code expression}, whose operands are ints: so nothing here leaves 64 bits. */
  static Range of(Expression expression) {
    if (expression instanceof Binary binary) {
      Range a = of(binary.left()).wrapped();
      Range b = of(binary.right()).wrapped();
      return switch (binary.operator()) {
        case ADD -> new Range(a.least + b.least, a.most + b.most);
        case SUBTRACT -> new Range(a.least - b.most, a.most - b.least);
        case MULTIPLY -> a.times(b);
        case DIVIDE -> b.least > 0 ? a.dividedBy(b) : new Range(INT.least, INT.most + 1);
        case REMAINDER -> new Range(a.least < 0 ? a.least : 0, a.most > 0 ? a.most : 0);
        default -> INT;
      };
    } else if (expression instanceof Unary unary && unary.operator() == Unary.Operator.NEGATE) {
      Range a = of(unary.operand()).wrapped();
      return new Range(-a.most, -a.least);
    } else if (expression instanceof Expression.Literal literal
        && literal.value() instanceof Long value) {
      return new Range(value, value);
    } else if (expression instanceof Expression.Length) {
      return new Range(0, Integer.MAX_VALUE);
    }
    return INT;
  }

  private Range wrapped() {
    return fitsInt() ? this : INT;
  }

  private Range times(Range other) {
    long a = least * other.least;
    long b = least * other.most;
    long c = most * other.least;
    long d = most * other.most;
    return new Range(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  /** Divided by a positive number, towards zero. */
  private Range dividedBy(Range other) {
    return new Range(Math.min(least, least / other.most), Math.max(most, most / other.most));
  }

  /** Whether Java's int holds them all. */
  boolean fitsInt() {
    return least >= INT.least && most <= INT.most;
  }
}
