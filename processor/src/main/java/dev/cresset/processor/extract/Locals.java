package dev.cresset.processor.extract;

import dev.cresset.processor.script.ScriptType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The parameters and local variables that are in scope. */
final class Locals {

  /**
   * A variable.
   *
   * @param known null where its declaration could not be read; who uses it stays silent
   */
  record Local(@Nullable Known known) {}

  /** The types of a variable: the script's and javac's. */
  record Known(ScriptType script, TypeMirror type) {}

  private final Deque<Map<String, Local>> scopes = new ArrayDeque<>();

  /** Variables that may have no value here (JLS 16); after a return none, as nobody comes there. */
  private Set<String> unset = new HashSet<>();

  Locals() {
    open();
  }

  void open() {
    scopes.push(new HashMap<>());
  }

  void close() {
    scopes.pop();
  }

  void declare(String name, ScriptType script, TypeMirror type) {
    set(name);
    scopes.element().put(name, new Local(new Known(script, type)));
  }

  /** The variable {@code name} has a value from here on. */
  void set(String name) {
    unset.remove(name);
  }

  /** The variable {@code name} has no value yet. */
  void unset(String name) {
    unset.add(name);
  }

  boolean isUnset(String name) {
    return unset.contains(name);
  }

  /** The variables that may have no value here. */
  Set<String> unset() {
    return Set.copyOf(unset);
  }

  /** From here on exactly {@code names} may have no value. */
  void restore(Set<String> names) {
    unset = new HashSet<>(names);
  }

  /** Declares a variable about whose type nothing is known, since an error has been said. */
  void poison(String name) {
    set(name);
    scopes.element().put(name, new Local(null));
  }

  /** The variable {@code name}, or null if there is none. */
  @Nullable Local find(String name) {
    for (Map<String, Local> scope : scopes) { // innermost first
      Local local = scope.get(name);
      if (local != null) {
        return local;
      }
    }
    return null;
  }
}
