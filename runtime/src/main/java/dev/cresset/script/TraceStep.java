package dev.cresset.script;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Position;
import dev.cresset.nn.NnModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Java did in a traced run. Values are trees: an {@link Origin} for each tensor,
 * Long, Double, Boolean, String, {@code None}, lists, and {@code TupleConstant} for a tuple.
 *
 * @param kind what it did
 * @param arguments what it did it with
 * @param result what it got
 * @param detached whether gradients were switched off meanwhile, for this step alone
 * @param place where it did it, or null
 * @param scope by which calls its module was reached; null for the traced one's
 */
record TraceStep(
    Kind kind,
    List<Object> arguments,
    Object result,
    boolean detached,
    @Nullable StackTraceElement place,
    Position.@Nullable Call scope) {

  /** What Java does with tensors. */
  sealed interface Kind {
    /** What it is called in messages. */
    String text();
  }

  /** An op of the table. */
  record Applied(String op) implements Kind {
    @Override
    public String text() {
      return op;
    }
  }

  /** A module whose graph is known, called. Two are the same if the module is. */
  record Called(NnModule module, Graph graph) implements Kind {
    @Override
    public String text() {
      return "the call of a " + module.getClass().getSimpleName();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Called called && called.module == module && same(called.graph);
    }

    private boolean same(Graph other) {
      return graph == other || graph.sameAs(other);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(module);
    }
  }

  /** A scripted function, called. */
  record Function(String name, Graph graph) implements Kind {
    @Override
    public String text() {
      return "the call of " + name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Function function
          && function.name.equals(name)
          && function.graph.sameAs(graph);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** All elements read. */
  record Read(String what) implements Kind {
    @Override
    public String text() {
      return what;
    }
  }

  /** A tensor made of numbers. */
  record Made() implements Kind {
    @Override
    public String text() {
      return "a tensor made of numbers";
    }
  }

  /** The place as {@code Net.java:12}. */
  String where() {
    return where(place);
  }

  /** The place for a node; null if it is not known. */
  @Nullable Position position() {
    Position position = position(place);
    return position == null || scope == null ? position : position.calledBy(scope);
  }

  static @Nullable Position position(@Nullable StackTraceElement place) {
    if (place == null) {
      return null;
    }
    String file = place.getFileName();
    return file == null ? null : new Position(file, place.getLineNumber(), 0);
  }

  static String where(@Nullable StackTraceElement place) {
    return place == null
        ? "(a place without lines)"
        : place.getFileName() + ":" + place.getLineNumber();
  }
}
