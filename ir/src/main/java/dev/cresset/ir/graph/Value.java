package dev.cresset.ir.graph;

import dev.cresset.ir.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a node gives, or a block begins with. No two values of a graph share a name.
 *
 * @param name its name without {@code %}: letters, digits, {@code _} and dots, such as {@code x.1};
 *     digits alone for one that the user never named
 * @param type what is known of it
 */
public record Value(String name, Type type) {
  /** A value of this name. */
  public Value {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of a value; use letters, digits, '_' and '.'");
    }
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '.') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Whether the user gave it a name; a number alone is ours. */
  public boolean isNamed() {
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isDigit(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The value with another type. */
  public Value withType(Type other) {
    return new Value(name, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Value value && name.equals(value.name) && type.equals(value.type);
  }

  /** That of the name, which tells the values of a graph apart: they are keys everywhere. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The name with its {@code %}. */
  @Override
  public String toString() {
    return "%" + name;
  }
}
