package dev.cresset.processor.script;

import java.util.List;

/** The types that scripted code may name: Java's, as far as the graph has a meaning for them. */
public sealed interface ScriptType {

  /** Types without parameters. */
  enum Simple implements ScriptType {
    TENSOR,
    /** Java's {@code int} (also {@code short}, {@code byte}, {@code char} once widened). */
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BOOLEAN,
    STRING,
    DTYPE,
    DEVICE,
    GENERATOR,
    /** {@code Number}: an argument of schema type Scalar. */
    NUMBER,
    /** The type of {@code null}. */
    NULL,
    VOID
  }

  /**
   * An array or a {@code List}.
   *
   * @param element what it holds
   * @param array true for {@code T[]}
   */
  record ListOf(ScriptType element, boolean array) implements ScriptType {}

  /** {@code @Nullable T} or {@code Optional<T>}. */
  record OptionalOf(ScriptType element) implements ScriptType {}

  /**
   * A record class: a tuple in the graph.
   *
   * @param className canonical name, {@code models.MyCell.State}
   * @param components in order
   */
  record Tuple(String className, List<Component> components) implements ScriptType {
    public Tuple {
      components = List.copyOf(components);
    }
  }

  /** A component of a record. */
  record Component(String name, ScriptType type) {}

  /**
   * A module.
   *
   * @param className canonical name of its class, without type arguments
   */
  record ModuleOf(String className) implements ScriptType {}

  /**
   * A module that holds a list of modules: {@code ModuleList<M>}, {@code Sequential}.
   *
   * @param className canonical name of the container's class
   * @param element the type of what it holds
   */
  record ModulesOf(String className, ScriptType element) implements ScriptType {}

  /**
   * A type that the graph has no meaning for; only where an error has been reported.
   *
   * @param javaType as Java writes it
   * @param missing whether no class is found for it, or for a part of it: then javac reports that
   */
  record Unsupported(String javaType, boolean missing) implements ScriptType {}

  /** True of Java's {@code int}, {@code long}, {@code float} and {@code double}. */
  default boolean isNumeric() {
    return this == Simple.INT
        || this == Simple.LONG
        || this == Simple.FLOAT
        || this == Simple.DOUBLE;
  }
}
