package dev.cresset.processor.extract;

import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the variables and fields at one place of a constructor. */
final class ConstructorState {
  private final Map<String, Object> locals;
  private final Map<String, Object> fields;

  ConstructorState() {
    this(new HashMap<>(), new HashMap<>());
  }

  private ConstructorState(Map<String, Object> locals, Map<String, Object> fields) {
    this.locals = locals;
    this.fields = fields;
  }

  /** The same, to go on apart from this one. */
  ConstructorState copy() {
    return new ConstructorState(new HashMap<>(locals), new HashMap<>(fields));
  }

  /** The same fields without the variables, for a method that is called. */
  ConstructorState called() {
    return new ConstructorState(new HashMap<>(), fields);
  }

  @Nullable Object local(String name) {
    return locals.get(name);
  }

  @Nullable Object field(String name) {
    return fields.get(name);
  }

  void declare(String name, Object value) {
    locals.put(name, value);
  }

  void field(String name, Object value) {
    fields.put(name, value);
  }

  /** Assigns a variable if there is one of this name, else the field. */
  void assign(String name, Object value) {
    (locals.containsKey(name) ? locals : fields).put(name, value);
  }

  /** Forgets what a name stands for; a list that it stands for is lost. */
  void forget(String name) {
    Object value = locals.containsKey(name) ? locals.get(name) : fields.get(name);
    if (value instanceof Growing growing) {
      growing.lose();
    }
    assign(name, Size.UNKNOWN);
  }

  /** Takes over what is known after one of two branches. */
  void choose(Object condition, ConstructorState then, ConstructorState otherwise) {
    choose(condition, locals, then.locals, otherwise.locals);
    choose(condition, fields, then.fields, otherwise.fields);
  }

  private static void choose(
      Object condition,
      Map<String, Object> into,
      Map<String, Object> then,
      Map<String, Object> otherwise) {
    Set<String> names = new HashSet<>(then.keySet());
    names.addAll(otherwise.keySet());
    for (String name : names) {
      Object a = then.getOrDefault(name, Size.UNKNOWN);
      Object b = otherwise.getOrDefault(name, Size.UNKNOWN);
      into.put(name, a == b ? a : Facts.choice(condition, Growing.fact(a), Growing.fact(b)));
    }
  }

  /** Takes over all that is known elsewhere. */
  void become(ConstructorState other) {
    locals.clear();
    locals.putAll(other.locals);
    if (fields != other.fields) {
      fields.clear();
      fields.putAll(other.fields);
    }
  }
}
