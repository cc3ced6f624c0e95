package dev.cresset.ir.op;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All ops, by name. */
public final class OpTable {

  /**
   * Ops that belong together: one file here, one class of eager Java in the runtime.
   *
   * @param name the class's simple name there, {@code Matrix}
   */
  public record Family(String name, List<Op> ops) {
    /** A family of these. */
    public Family {
      ops = List.copyOf(ops);
    }
  }

  private static final List<Family> FAMILIES = List.of();

  private static final Map<String, Op> BY_NAME = byName();

  private static final Map<String, Family> FAMILY_OF = familyOf();

  private OpTable() {}

  private static Map<String, Op> byName() {
    Map<String, Op> all = new LinkedHashMap<>();
    for (Family family : FAMILIES) {
      for (Op op : family.ops()) {
        if (all.put(op.name(), op) != null) {
          throw new IllegalStateException(op.name() + " is declared twice");
        }
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, Family> familyOf() {
    Map<String, Family> all = new LinkedHashMap<>();
    FAMILIES.forEach(family -> family.ops().forEach(op -> all.put(op.name(), family)));
    return all;
  }

  /** The families, in order. */
  public static List<Family> families() {
    return FAMILIES;
  }

  /** The op of this qualified name, {@code aten::add.Tensor}, or null. */
  public static @Nullable Op find(String qualifiedName) {
    return BY_NAME.get(qualifiedName);
  }

  /**
   * The op of this qualified name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Op get(String qualifiedName) {
    Op op = find(qualifiedName);
    if (op == null) {
      throw new IllegalArgumentException("there is no op " + qualifiedName);
    }
    return op;
  }

  /** The family that the op of this qualified name belongs to. */
  public static Family family(String qualifiedName) {
    Family family = FAMILY_OF.get(qualifiedName);
    if (family == null) {
      throw new IllegalArgumentException("there is no op " + qualifiedName);
    }
    return family;
  }

  /** All overloads of {@code name}, {@code aten::add}, in the order of the table. */
  public static List<Op> overloads(String name) {
    List<Op> all = new ArrayList<>();
    for (Op op : BY_NAME.values()) {
      if (op.schema().name().equals(name)) {
        all.add(op);
      }
    }
    return all;
  }

  /** All ops, in the order of the table. */
  public static Collection<Op> all() {
    return BY_NAME.values();
  }
}
