package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Visitor;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What graphs read from modules by name, and write. */
final class Attributes {
  private final Map<NnModule, Map<String, Object>> told = new IdentityHashMap<>();

  /** The attribute of an object. */
  Object get(Object object, String name) {
    if (object instanceof ScriptObject own) {
      return own.get(name);
    }
    NnModule module = module(object);
    if (name.equals("training")) {
      return module.isTraining();
    }
    Object value =
        module instanceof GraphModule graph ? graph.attribute(name) : told(module).get(name);
    if (value == null) {
      throw new IllegalStateException(
          module.getClass().getSimpleName() + " tells nothing of '" + name + "'");
    }
    return value;
  }

  private Map<String, Object> told(NnModule module) {
    synchronized (told) { // an executor serves many threads
      return told.computeIfAbsent(module, Attributes::of);
    }
  }

  /** Writes the attribute of an object. */
  void set(Object object, String name, Object value) {
    if (object instanceof ScriptObject own) {
      own.set(name, value);
    } else if (module(object) instanceof GraphModule graph) {
      graph.setAttribute(name, value);
    } else {
      throw new UnsupportedOperationException(
          "'%s' of %s is a field of Java, which a graph does not write to"
              .formatted(name, object.getClass().getSimpleName()));
    }
  }

  private static NnModule module(Object object) {
    if (object instanceof NnModule module) {
      return module;
    }
    throw new IllegalStateException(object + " has no attributes");
  }

  /** All that a module tells of itself, by name, as a graph has it. */
  static Map<String, Object> of(NnModule module) {
    Map<String, Object> all = new LinkedHashMap<>();
    module.accept(
        new Visitor() {
          @Override
          public void parameter(String name, @Nullable Tensor parameter) {
            constant(name, parameter);
          }

          @Override
          public void buffer(String name, @Nullable Tensor buffer, boolean persistent) {
            constant(name, buffer);
          }

          @Override
          public void child(String name, @Nullable NnModule child) {
            constant(name, child);
          }

          @Override
          public void constant(String name, @Nullable Object value) {
            all.put(name, value(value));
          }
        });
    return all;
  }

  /** A value that a module tells, as graphs have it. */
  static Object value(@Nullable Object value) {
    if (value instanceof DType dtype) {
      return (long) dtype.code();
    }
    return value == null ? None.NONE : value;
  }
}
