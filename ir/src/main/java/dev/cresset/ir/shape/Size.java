package dev.cresset.ir.shape;

import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One size, as far as it is known: a number, a name, a formula of names, or nothing. */
public sealed interface Size permits Size.Known, Size.Named, Size.Given, Size.Unknown, Formula {
  /** A size of which nothing is known. */
  Size UNKNOWN = new Unknown();

  /** A number. */
  record Known(long value) implements Size {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** A size that has a name: two of the same name are the same size, and it is at least 1. */
  record Named(String name) implements Size, Formula.Factor {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A number that has a name, of which nothing else is known; it may be below 1. */
  record Given(String name) implements Size, Formula.Factor {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A size of which nothing is known; see {@link #UNKNOWN}. */
  record Unknown() implements Size {
    @Override
    public String toString() {
      return "?";
    }
  }

  /** A number. */
  static Size of(long value) {
    return new Known(value);
  }

  /** A number, or unknown for null. */
  static Size ofNullable(@Nullable Long value) {
    return value == null ? UNKNOWN : of(value);
  }

  /** The number, or null. */
  default @Nullable Long known() {
    return this instanceof Known known ? (Long) known.value() : null;
  }

  /** Whether it is this number for sure. */
  default boolean is(long value) {
    return this instanceof Known known && known.value() == value;
  }

  /** Whether the two differ for sure, whatever the names stand for. */
  default boolean differsFrom(Size other) {
    if (this instanceof Known && other instanceof Known) {
      return !equals(other);
    }
    return !equals(other) && Formula.bounds(minus(other)).without(0);
  }

  /** Whether it is not {@code value} for sure. */
  default boolean isNot(long value) {
    return differsFrom(of(value));
  }

  /** What is known of a size of which both is known; see {@link #differsFrom} first. */
  default Size with(Size other) {
    if (this instanceof Known || other instanceof Unknown) {
      return this;
    }
    return other instanceof Known || this instanceof Unknown ? other : this;
  }

  /** What is known of a size that is either this or the other. */
  default Size or(Size other) {
    return equals(other) ? this : UNKNOWN;
  }

  /** The size that a function makes of it, where it is a number. */
  default Size map(LongUnaryOperator function) {
    return this instanceof Known known ? of(function.applyAsLong(known.value())) : UNKNOWN;
  }

  /** The sum. */
  default Size plus(Size other) {
    return Formula.sum(this, other, 1);
  }

  /** The sum with a number. */
  default Size plus(long other) {
    return plus(of(other));
  }

  /** The difference. */
  default Size minus(Size other) {
    return Formula.sum(this, other, -1);
  }

  /** The product. */
  default Size times(Size other) {
    return Formula.product(this, other);
  }

  /** The product with a number. */
  default Size times(long other) {
    return times(of(other));
  }

  /** The quotient, rounded down; unknown where that has no form. */
  default Size dividedBy(Size other) {
    return Formula.quotient(this, other);
  }

  /** The size with other sizes in the place of its names; null from the function keeps a name. */
  default Size replace(Function<String, @Nullable Size> names) {
    return Formula.replace(this, names);
  }
}
