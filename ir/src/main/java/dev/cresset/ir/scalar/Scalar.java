package dev.cresset.ir.scalar;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number as a function of others: one element of a result, from one element of each input and
 * from numbers that are the same for all elements. A part that is the same object in two places is
 * computed once.
 */
public sealed interface Scalar extends ScalarMethods {

  /** An element of input number {@code index}. */
  record Input(int index) implements Scalar {
    @Override
    public String toString() {
      return "x" + index;
    }
  }

  /** Number {@code index} of those that are the same for all elements. */
  record Parameter(int index) implements Scalar {
    @Override
    public String toString() {
      return "s" + index;
    }
  }

  /** A number that is written down. */
  record Constant(double value) implements Scalar {
    /** Whether it is a whole number that a long holds. */
    public boolean isWhole() {
      return value == (long) value;
    }

    @Override
    public String toString() {
      return isWhole() ? Long.toString((long) value) : Double.toString(value);
    }
  }

  /** A function of other scalars. */
  record Call(Primitive function, List<Scalar> arguments) implements Scalar {
    /** A call of these. */
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != function.arity()) {
        throw new IllegalArgumentException(
            "%s takes %d numbers, not %d".formatted(function, function.arity(), arguments.size()));
      }
    }

    @Override
    public String toString() {
      return ScalarText.of(this);
    }
  }

  /** How the elements of a row become one number. */
  enum Fold {
    /** Their sum. */
    SUM,
    /** The largest; NaN if one is. */
    MAX,
    /** The first, where all are known to be equal. */
    FIRST
  }

  /** One number for all elements of a row, which is what {@code fold} makes of {@code each}. */
  record Row(Fold fold, Scalar each) implements Scalar {
    @Override
    public String toString() {
      return ScalarText.of(this);
    }
  }

  /** How many elements a row has. */
  record RowLength() implements Scalar {
    @Override
    public String toString() {
      return "n";
    }
  }

  /** An element of input number {@code index}. */
  static Scalar input(int index) {
    return new Input(index);
  }

  /** Number {@code index} of those that are the same for all elements. */
  static Scalar parameter(int index) {
    return new Parameter(index);
  }

  /** A number that is written down. */
  static Scalar constant(double value) {
    return new Constant(value);
  }

  /** Whether it is the same for all elements of a row: it reads none but through a fold. */
  default boolean isOfRow() {
    return !Substitution.readsElements(this);
  }

  /** Whether it is a truth. */
  default boolean isTruth() {
    return this instanceof Call call && call.function().givesTruth();
  }

  /**
   * Its value, computed in double precision.
   *
   * @throws UnsupportedOperationException if a part of it is of a row
   */
  default double evaluate(double[] inputs, double[] parameters) {
    return evaluate(this, inputs, parameters, new IdentityHashMap<>());
  }

  private static double evaluate(
      Scalar scalar, double[] inputs, double[] parameters, Map<Scalar, Double> known) {
    if (scalar instanceof Input input) {
      return inputs[input.index()];
    } else if (scalar instanceof Parameter parameter) {
      return parameters[parameter.index()];
    } else if (scalar instanceof Constant constant) {
      return constant.value();
    }
    Double value = known.get(scalar);
    if (value == null) {
      Call call = alone(scalar);
      double[] in =
          call.arguments().stream()
              .mapToDouble(each -> evaluate(each, inputs, parameters, known))
              .toArray();
      value = call.function().of(in);
      known.put(scalar, value);
    }
    return value;
  }

  /**
   * Its value, computed in whole numbers.
   *
   * @throws UnsupportedOperationException if a part of it has no meaning there, or is of a row
   */
  default long evaluate(long[] inputs, long[] parameters) {
    return evaluate(this, inputs, parameters, new IdentityHashMap<>());
  }

  private static long evaluate(
      Scalar scalar, long[] inputs, long[] parameters, Map<Scalar, Long> known) {
    if (scalar instanceof Input input) {
      return inputs[input.index()];
    } else if (scalar instanceof Parameter parameter) {
      return parameters[parameter.index()];
    } else if (scalar instanceof Constant constant) {
      return (long) constant.value();
    }
    Long value = known.get(scalar);
    if (value == null) {
      Call call = alone(scalar);
      long[] in =
          call.arguments().stream()
              .mapToLong(each -> evaluate(each, inputs, parameters, known))
              .toArray();
      value = call.function().of(in);
      known.put(scalar, value);
    }
    return value;
  }

  private static Call alone(Scalar scalar) {
    if (scalar instanceof Call call) {
      return call;
    }
    throw new UnsupportedOperationException(scalar + " takes a row, not one element");
  }
}
