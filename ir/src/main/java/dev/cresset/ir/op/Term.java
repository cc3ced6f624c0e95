package dev.cresset.ir.op;

import dev.cresset.ir.type.None;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a gradient rule, before the rule becomes a graph. Terms that are the same object are
 * computed once.
 */
public sealed interface Term {

  /** An argument of the op, by its name in the schema. */
  record In(String name) implements Term {}

  /** The gradient of result number {@code result}. */
  record Dy(int result) implements Term {}

  /** Result number {@code result} of the op. */
  record Y(int result) implements Term {}

  /** A Long, Double, Boolean, String, {@link None} or a list of Longs. */
  record Literal(Object value) implements Term {}

  /** What an op gives. */
  final class Call implements Term {
    private final String op;
    private final List<Term> arguments;

    private Call(String op, List<Term> arguments) {
      this.op = op;
      this.arguments = List.copyOf(arguments);
    }

    /** The op's qualified name. */
    public String op() {
      return op;
    }

    /** Its arguments in order; those left out at the end have the schema's defaults. */
    public List<Term> arguments() {
      return arguments;
    }
  }

  /** Result number {@code index} of an op that gives several. */
  record Part(Term call, int index) implements Term {}

  /** A value that may be None, where it is known not to be. */
  record Present(Term optional) implements Term {}

  /** A list of these, at least one: all ints, or all tensors. */
  final class Items implements Term {
    private final List<Term> items;

    private Items(List<Term> items) {
      this.items = List.copyOf(items);
    }

    /** What it holds. */
    public List<Term> items() {
      return items;
    }
  }

  /**
   * {@code then} if the flag {@code condition} is true, else {@code otherwise}: a {@code prim::If},
   * in whose blocks stands what only they need.
   */
  final class Choice implements Term {
    private final Term condition;
    private final Term then;
    private final Term otherwise;

    private Choice(Term condition, Term then, Term otherwise) {
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }

    /** A flag. */
    public Term condition() {
      return condition;
    }

    /** What it is if the flag is true. */
    public Term then() {
      return then;
    }

    /** What it is if not. */
    public Term otherwise() {
      return otherwise;
    }
  }

  /**
   * Calls an op.
   *
   * @param op its qualified name, {@code aten::add.Tensor}
   * @param arguments terms, Integers, Longs, Doubles, Booleans, Strings, lists of Longs, null for
   *     None; those left out at the end take the schema's defaults
   */
  static Term call(String op, @Nullable Object... arguments) {
    return new Call(op, Arrays.stream(arguments).map(Term::of).toList());
  }

  /** An optional argument where it is known to be there. */
  static Term present(Term optional) {
    return new Present(optional);
  }

  /** A list of terms or ints. */
  static Term list(Object... items) {
    return new Items(Arrays.stream(items).map(Term::of).toList());
  }

  /** {@code then} if {@code condition} is true, else {@code otherwise}. */
  static Term choice(Term condition, Term then, Term otherwise) {
    return new Choice(condition, then, otherwise);
  }

  /** A term as it is; anything else as a literal. */
  static Term of(@Nullable Object value) {
    if (value instanceof Term term) {
      return term;
    }
    if (value instanceof Integer number) {
      return new Literal(number.longValue());
    }
    return new Literal(value == null ? None.NONE : value);
  }

  /** Result number {@code index} of this call. */
  default Term part(int index) {
    return new Part(this, index);
  }
}
