package dev.cresset.ir.graph;

import dev.cresset.ir.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives names that no other value of a graph has: {@code x}, {@code x.1}; {@code 1}, {@code 2}. */
public final class Names {
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int number;

  /** Names for a graph that is empty so far. */
  public Names() {}

  /** Names for a graph that has some already. */
  public static Names of(Block block) {
    Names names = new Names();
    block.inputs().forEach(value -> names.taken.add(value.name()));
    block.forEachNode(
        node -> {
          node.outputs().forEach(value -> names.taken.add(value.name()));
          for (Block inner : node.blocks()) {
            inner.inputs().forEach(value -> names.taken.add(value.name()));
          }
        });
    return names;
  }

  /** A new value that the user did not name. */
  public Value fresh(Type type) {
    String name;
    do {
      name = Integer.toString(++number);
    } while (!taken.add(name));
    return new Value(name, type);
  }

  /**
   * A new value named {@code hint} if that is free, else {@code hint.1} and so on; {@code $}, which
   * Java has and graphs have not, becomes {@code _}.
   */
  public Value fresh(String hint, Type type) {
    String name = hint.replace('$', '_');
    if (taken.add(name)) {
      return new Value(name, type);
    }
    String base = base(name);
    String next;
    do {
      next = base + "." + counts.merge(base, 1, Integer::sum);
    } while (!taken.add(next));
    return new Value(next, type);
  }

  /** A new value named like {@code value}, and of its type. */
  public Value like(Value value) {
    return value.isNamed() ? fresh(value.name(), value.type()) : fresh(value.type());
  }

  /** The name without the number after its last dot, which told it from others of that name. */
  private static String base(String name) {
    int dot = name.lastIndexOf('.');
    boolean counted = dot > 0 && dot + 1 < name.length();
    return counted && name.substring(dot + 1).chars().allMatch(Character::isDigit)
        ? name.substring(0, dot)
        : name;
  }
}
