package dev.cresset.script;

import dev.cresset.ir.type.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object that a graph makes for itself: its class, and its attributes by name. */
final class ScriptObject {
  private final Type type;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  ScriptObject(Type type) {
    this.type = type;
  }

  Object get(String name) {
    Object value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException(type + " has no attribute '" + name + "' yet");
    }
    return value;
  }

  void set(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
