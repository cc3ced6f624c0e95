package dev.cresset.ir.shape;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One size, as far as it is known. */
public sealed interface Size {
  /** A size of which nothing is known. */
  Size UNKNOWN = new Unknown();

  /** A number. */
  record Known(long value) implements Size {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** A size that has a name: two of the same name are the same size. */
  record Named(String name) implements Size {
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

  /** Whether the two differ for sure. */
  default boolean differsFrom(Size other) {
    return this instanceof Known && other instanceof Known && !equals(other);
  }

  /** What is known of a size of which both is known; see {@link #differsFrom} first. */
  default Size with(Size other) {
    return this instanceof Known
            || other instanceof Unknown
            || other instanceof Named && this instanceof Named
        ? this
        : other;
  }

  /** What is known of a size that is either this or the other. */
  default Size or(Size other) {
    return equals(other) ? this : UNKNOWN;
  }

  /** The size that a function makes of it. */
  default Size map(LongUnaryOperator function) {
    return this instanceof Known known ? of(function.applyAsLong(known.value())) : UNKNOWN;
  }

  /** The sum; 0 and a size is that size. */
  default Size plus(Size other) {
    if (is(0) || other.is(0)) {
      return is(0) ? other : this;
    }
    return other instanceof Known known ? map(value -> value + known.value()) : UNKNOWN;
  }

  /** The product; 1 and a size is that size. */
  default Size times(Size other) {
    if (is(1) || other.is(1)) {
      return is(1) ? other : this;
    }
    return other instanceof Known known ? map(value -> value * known.value()) : UNKNOWN;
  }
}
