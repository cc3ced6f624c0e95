package dev.cresset.processor.generate;

import com.palantir.javapoet.TypeName;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The names of the local variables of one compiled method: the user's, as far as they have any. */
final class Locals {
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Takes {@code name} as it is. */
  void take(String name) {
    taken.add(name);
  }

  /** A variable for {@code value}. */
  Local of(Value value) {
    return of(value, Held.of(value.type()));
  }

  /** A variable for {@code value}, held as {@code type}. */
  Local of(Value value, TypeName type) {
    if (!value.isNamed()) {
      return numbered(letter(value.type()), type);
    }
    String name = value.name();
    int dot = name.indexOf('.');
    return named(dot < 0 ? name : name.substring(0, dot), type);
  }

  /** A variable called {@code base}, or {@code base2} if that is taken. */
  Local named(String base, TypeName type) {
    boolean free = SourceVersion.isName(base) && taken.add(base);
    return free ? new Local(base, type) : numbered(base, type);
  }

  private Local numbered(String base, TypeName type) {
    String name;
    do {
      int first = taken.contains(base) ? 2 : 1;
      name = base + counts.merge(base, 1, (count, one) -> Math.max(count + one, first));
    } while (!taken.add(name));
    return new Local(name, type);
  }

  private static String letter(Type type) {
    if (type.isTensor()) {
      return "t";
    } else if (type == Type.INT) {
      return "n";
    } else if (type == Type.FLOAT) {
      return "v";
    }
    return type == Type.BOOL ? "flag" : type instanceof Type.ListOf ? "list" : "value";
  }
}
