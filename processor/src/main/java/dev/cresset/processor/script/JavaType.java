package dev.cresset.processor.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as Java writes it, where generated code must repeat it: in constructors and bounds. */
public sealed interface JavaType {

  /** {@code int}, {@code boolean}, {@code void}. */
  record Primitive(String name) implements JavaType {}

  /**
   * A class or interface.
   *
   * @param packageName {@code ""} in the unnamed package
   * @param simpleNames the name without the package, outer classes first
   */
  record Named(String packageName, List<String> simpleNames, List<JavaType> arguments)
      implements JavaType {
    public Named {
      simpleNames = List.copyOf(simpleNames);
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code T[]}, also where it is written {@code T...}. */
  record Array(JavaType element) implements JavaType {}

  /** A type parameter of the class. */
  record Variable(String name) implements JavaType {}

  /** {@code ? extends T} or {@code ? super T}; {@code ?} where both are null. */
  record Wildcard(@Nullable JavaType upper, @Nullable JavaType lower) implements JavaType {}
}
