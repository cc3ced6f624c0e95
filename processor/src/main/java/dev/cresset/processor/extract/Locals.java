package dev.cresset.processor.extract;

import dev.cresset.processor.script.ScriptType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
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
    scopes.element().put(name, new Local(new Known(script, type)));
  }

  /** Declares a variable about whose type nothing is known, since an error has been said. */
  void poison(String name) {
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
