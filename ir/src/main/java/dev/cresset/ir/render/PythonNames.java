package dev.cresset.ir.render;

import dev.cresset.ir.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of variables: the user's, counted where one is taken, and {@code _0} for the rest. */
final class PythonNames {
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "exec",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "None",
          "nonlocal",
          "not",
          "or",
          "pass",
          "print",
          "raise",
          "return",
          "True",
          "False",
          "try",
          "while",
          "with",
          "yield",
          "uninitialized",
          "unchecked_cast",
          "annotate",
          "getattr",
          "isinstance",
          "range",
          "float",
          "int",
          "bool",
          "str",
          "sorted",
          "torch",
          "ops",
          "CONSTANTS",
          "Tensor",
          "inf",
          "nan",
          "fork");

  private final Set<String> taken = new HashSet<>(RESERVED);
  private final Map<String, Integer> counts = new HashMap<>();

  /** This very name. */
  String fixed(String name) {
    taken.add(name);
    return name;
  }

  /** A name for a value. */
  String of(Value value) {
    if (!value.isNamed()) {
      return fresh();
    }
    String base = value.name().replaceAll("\\.\\d+$", "").replaceAll("\\W", "_");
    return unique(base.matches("[0-9].*") ? "_" + base : base);
  }

  /** A name that nobody gave. */
  String fresh() {
    return unique("_");
  }

  private String unique(String base) {
    String name = base.equals("_") ? next(base) : base;
    while (!taken.add(name)) {
      name = next(base);
    }
    return name;
  }

  private String next(String base) {
    int number = counts.getOrDefault(base, 0);
    counts.put(base, number + 1);
    return base + number;
  }
}
