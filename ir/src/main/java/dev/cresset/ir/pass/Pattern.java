package dev.cresset.ir.pass;

import dev.cresset.ir.type.Argument;
import java.util.List;
import java.util.Objects;

/** What a law speaks of: any value, a constant, an op on such. */
public sealed interface Pattern {
  /** Any value; the same name is the same value. */
  Pattern X = new Any("x");

  /** Another value. */
  Pattern Y = new Any("y");

  /** Any value. */
  record Any(String name) implements Pattern {}

  /** A number, equal as a number whether int or float; −0 is not 0. Or a truth, or a string. */
  record Constant(Object value) implements Pattern {
    boolean matches(Object other) {
      if (value instanceof Number mine && other instanceof Number given) {
        return Double.compare(mine.doubleValue(), given.doubleValue()) == 0;
      }
      return value.equals(other);
    }
  }

  /** The op of this qualified name; arguments left out at the end have the schema's defaults. */
  record Call(String op, List<Pattern> arguments) implements Pattern {
    /** A call. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** What stands for argument number {@code index}, which the schema calls {@code argument}. */
    Pattern argument(int index, Argument argument) {
      if (index < arguments.size()) {
        return arguments.get(index);
      }
      return new Constant(
          Objects.requireNonNull(argument.defaultValue(), () -> op + " needs " + argument.name()));
    }
  }

  /** A call of the op of this qualified name, {@code aten::mul.Scalar}. */
  static Pattern call(String op, Pattern... arguments) {
    return new Call(op, List.of(arguments));
  }

  /** A constant. */
  static Pattern constant(Object value) {
    return new Constant(value);
  }
}
