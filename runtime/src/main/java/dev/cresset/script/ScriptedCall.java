package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.pass.Inline;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.tensor.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a scripted function by Java that is recorded. Made by generated code. */
public final class ScriptedCall {
  private ScriptedCall() {}

  /**
   * Calls a function's graph, so that it is part of a trace, with its branches and loops; whoever
   * else records is told of its ops.
   *
   * @param graphs the graphs of its class, as {@code X_Graph.ir()} gives them
   * @param name the function's
   */
  public static Tensor record(String graphs, String name, @Nullable Object... arguments) {
    Graph graph = graph(graphs, name);
    if (Recording.here() instanceof TraceRecorder trace) {
      return trace.function(name, graph, arguments);
    }
    return run(graph, arguments);
  }

  /** Runs the graph with Java's values. */
  static Tensor run(Graph graph, @Nullable Object... arguments) {
    List<IValue> values = new ArrayList<>();
    for (Object argument : arguments) {
      boolean tensors =
          argument instanceof Tensor || argument instanceof List || argument instanceof Tensor[];
      values.add(
          tensors
              ? Trace.value(argument)
              : Values.boxed(TraceTrees.number(argument == null ? None.NONE : argument)));
    }
    return Executor.of(graph).run(values).get(0).toTensor();
  }

  /** The graph with those of the functions that it calls in their place. */
  private static Graph graph(String graphs, String name) {
    Map<String, Graph> all = Instance.parse(graphs);
    Graph graph = all.get(name);
    if (graph == null) {
      throw new IllegalArgumentException(
          "there is no graph of '%s', only of %s".formatted(name, all.keySet()));
    }
    return Inline.with(
            new Inline.Bodies() {
              @Override
              public @Nullable Graph method(Type owner, String method) {
                return null;
              }

              @Override
              public @Nullable Graph function(String function) {
                Graph known = all.get(function);
                return known == null
                    ? all.get(function.substring(function.lastIndexOf('.') + 1))
                    : known;
              }
            })
        .apply(graph);
  }
}
