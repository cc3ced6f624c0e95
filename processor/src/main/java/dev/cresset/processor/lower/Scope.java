package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each variable is at one point of the method. A branch works on a copy. */
final class Scope {

  /** The variable that holds what the method returns; no Java name can be equal. */
  static final String RESULT = "return";

  /** Whether {@code name} tells how statements ended, where the graph must ask. */
  static boolean isFlag(String name) {
    return name.endsWith("?");
  }

  /** The user's name for the variable, or empty. */
  static String hint(String name) {
    return name.equals(RESULT) || isFlag(name) ? "" : name;
  }

  private final Set<String> declared;
  private final Map<String, Value> values;
  private final Map<String, Value> refined;

  Scope() {
    this(new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private Scope(Set<String> declared, Map<String, Value> values, Map<String, Value> refined) {
    this.declared = declared;
    this.values = values;
    this.refined = refined;
  }

  Scope copy() {
    return new Scope(
        new LinkedHashSet<>(declared), new LinkedHashMap<>(values), new LinkedHashMap<>(refined));
  }

  /** The variables in the order of their declaration, also those without a value yet. */
  Set<String> declared() {
    return declared;
  }

  void declare(String name) {
    declared.add(name);
    values.remove(name);
    refined.remove(name);
  }

  void set(String name, Value value) {
    declared.add(name);
    values.put(name, value);
    refined.remove(name);
  }

  /** From here to the end of this scope {@code name} is known not to be null. */
  void refine(String name, Value value) {
    refined.put(name, value);
  }

  /** This scope after an inner one, whose own variables are gone. */
  Scope with(Scope inner) {
    Scope after = copy();
    for (String name : inner.declared) {
      Value value = inner.values.get(name);
      boolean ours = declared.contains(name) || hint(name).isEmpty();
      if (ours && value != null && value != values.get(name)) {
        after.set(name, value);
      }
    }
    return after;
  }

  /** The variable's value, or null where it has none yet. */
  @Nullable Value find(String name) {
    return values.get(name);
  }

  /** The variable's value as it is known here. */
  Value get(String name) {
    Value value = refined.containsKey(name) ? refined.get(name) : values.get(name);
    if (value == null) {
      throw new IllegalStateException("variable '" + name + "' has no value here");
    }
    return value;
  }
}
