package dev.cresset.ir.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value of the graph. Prints as TorchScript prints it, and is read by {@link #parse}.
 * Equal texts are equal types.
 */
public sealed interface Type extends KnownTypes {
  /** Types without parts. */
  enum Atom implements Type {
    /** {@code int}. */
    INT("int"),
    /** {@code float}. */
    FLOAT("float"),
    /** {@code bool}. */
    BOOL("bool"),
    /** {@code str}. */
    STR("str"),
    /** {@code Scalar}. */
    SCALAR("Scalar"),
    /** {@code NoneType}. */
    NONE("NoneType"),
    /** {@code Device}. */
    DEVICE("Device"),
    /** {@code Generator}. */
    GENERATOR("Generator"),
    /** A dtype, in schemas; an int in graphs. */
    SCALAR_TYPE("ScalarType"),
    /** Strided or sparse, in schemas; an int in graphs. */
    LAYOUT("Layout"),
    /** Contiguous or channels last, in schemas; an int in graphs. */
    MEMORY_FORMAT("MemoryFormat"),
    /** A function. */
    FUNCTION("Function"),
    /** A complex number; only named, never computed with. */
    COMPLEX("complex"),
    /** A value of any type. */
    ANY("Any");

    private final String text;

    Atom(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A tensor of which something may be known; a null is something unknown, also inside the lists.
   *
   * @param dtype the elements' type
   * @param sizes the sizes, whose number is known if the list is
   * @param strides the strides in elements
   * @param requiresGrad whether gradients are kept for it
   * @param device where it lies, such as {@code cpu}
   */
  record Tensor(
      @Nullable DType dtype,
      @Nullable List<@Nullable Long> sizes,
      @Nullable List<Long> strides,
      @Nullable Boolean requiresGrad,
      @Nullable String device)
      implements Type {
    /** A tensor of which this is known. */
    public Tensor {
      sizes = sizes == null ? null : Collections.unmodifiableList(new ArrayList<>(sizes));
      strides = strides == null ? null : List.copyOf(strides);
    }

    /** A tensor of known dtype and sizes. */
    public static Tensor of(DType dtype, List<Long> sizes) {
      return new Tensor(dtype, sizes, null, null, null);
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /** A list of elements of one type: {@code int[]}. */
  record ListOf(Type element) implements Type {
    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /** A value or None: {@code Tensor?}. */
  record OptionalOf(Type element) implements Type {
    @Override
    public String toString() {
      return element + "?";
    }
  }

  /** A dictionary: {@code Dict(str, Tensor)}. */
  record Dict(Type key, Type value) implements Type {
    @Override
    public String toString() {
      return "Dict(" + key + ", " + value + ")";
    }
  }

  /** A tuple: {@code (Tensor, int)}. */
  record Tuple(List<Type> elements) implements Type {
    /** A tuple of these. */
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /**
   * A tuple whose elements have names, in order: {@code NamedTuple(x : Tensor, y : int)}. {@link
   * #parse} keeps the order; build one from an ordered map.
   */
  record NamedTuple(List<Field> fields) implements Type {
    /** A tuple of these. */
    public NamedTuple {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return fields.stream()
          .map(field -> field.name + " : " + field.type)
          .collect(Collectors.joining(", ", "NamedTuple(", ")"));
    }

    /** One named element. */
    public record Field(String name, Type type) {}
  }

  /** An object with attributes, by its class's full name: {@code __torch__.models.MyCell}. */
  record ClassOf(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A type that a schema leaves open: {@code t} in {@code aten::len.t(t[] a)}. */
  record Variable(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  /** This type's list. */
  default Type list() {
    return new ListOf(this);
  }

  /** This type or None. */
  default Type optional() {
    return this instanceof OptionalOf ? this : new OptionalOf(this);
  }

  /** Whether it is a tensor, whatever is known of it. */
  default boolean isTensor() {
    return this instanceof Tensor;
  }

  /** Whether it is a number: int, float, bool or Scalar. */
  default boolean isNumber() {
    return this == INT || this == FLOAT || this == BOOL || this == SCALAR;
  }

  /** The type in graphs of what a schema says: dtypes, layouts and memory formats are ints. */
  default Type inGraph() {
    if (this == Atom.SCALAR_TYPE || this == Atom.LAYOUT || this == Atom.MEMORY_FORMAT) {
      return INT;
    }
    if (this instanceof OptionalOf option) {
      return new OptionalOf(option.element.inGraph());
    }
    return this instanceof ListOf list ? new ListOf(list.element.inGraph()) : this;
  }

  /** Whether a value of this type may stand where {@code wanted} is asked for. */
  default boolean fits(Type wanted) {
    if (equals(wanted) || wanted == Atom.ANY || wanted instanceof Variable) {
      return true;
    }
    if (wanted instanceof Tensor) {
      return this instanceof Tensor; // what is known of a tensor never decides an overload
    }
    if (wanted instanceof OptionalOf option) {
      return this == NONE
          || fits(option.element)
          || this instanceof OptionalOf mine && mine.element.fits(option.element);
    }
    if (wanted instanceof ListOf list && this instanceof ListOf mine) {
      return mine.element.fits(list.element);
    }
    if (wanted instanceof Tuple tuple && this instanceof Tuple mine) {
      return tuple.elements.size() == mine.elements.size() && allFit(mine.elements, tuple.elements);
    }
    if (wanted instanceof Dict dict && this instanceof Dict mine) {
      return mine.key.fits(dict.key) && mine.value.fits(dict.value);
    }
    if (wanted == SCALAR) {
      return this == INT || this == FLOAT || this == BOOL;
    }
    return !wanted.inGraph().equals(wanted) && equals(wanted.inGraph());
  }

  private static boolean allFit(List<Type> given, List<Type> wanted) {
    for (int i = 0; i < given.size(); i++) {
      if (!given.get(i).fits(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a type, such as {@code Dict(str, Tensor?)}.
   *
   * @throws SyntaxException if the text is none
   */
  static Type parse(String text) {
    Cursor in = new Cursor(text);
    Type type = parse(in);
    in.expectEnd();
    return type;
  }

  /** Reads a type where {@code in} stands. */
  static Type parse(Cursor in) {
    return TypeText.parse(in);
  }
}
