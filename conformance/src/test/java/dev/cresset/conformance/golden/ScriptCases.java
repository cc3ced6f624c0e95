package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.script.Freeze;
import dev.cresset.script.GraphModule;
import dev.cresset.script.ScriptException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * TorchScript's own graphs: each text that a case holds is read, printed and read again, run on the
 * case's inputs, and put through our passes.
 */
final class ScriptCases {
  private static final List<String> GRAPHS = List.of("graph", "inlined_graph", "frozen_graph");

  private final GoldenCase golden;
  private final ScriptValues values;
  private int run;

  private ScriptCases(GoldenCase golden) {
    this.golden = golden;
    this.values = new ScriptValues(golden);
  }

  static void run(GoldenCase golden) {
    if (golden.has("compile_error")) {
      RefusedTwins.run(golden);
    } else {
      new ScriptCases(golden).run();
    }
  }

  private void run() {
    for (String field : GRAPHS) {
      if (golden.has(field)) {
        Graph graph = RecordedConstants.in(golden, Graph.parse(golden.get(field).asText()));
        checkText(field, graph);
        if (isRunnable(graph)) {
          calls(field, graph);
          run++;
        }
      }
    }
    if (run == 0) {
      throw new NotCovered("a case of which no graph can be run as it stands");
    }
    if (golden.has("frozen_optimized_graph")) {
      frozen();
    }
    if (golden.has("passes")) {
      PassCases.run(golden, graph -> calls("a pass", graph));
    }
  }

  /** Our own freezing gives the same results, and leaves no node that TorchScript's takes away. */
  private void frozen() {
    Graph graph = Graph.parse(golden.get("inlined_graph").asText());
    if (!isRunnable(graph)) {
      return;
    }
    Graph ours = Freeze.graph(graph, RecordedModule.of(golden, graph));
    calls("our frozen graph", ours);
    FrozenCounts.check(ours, counts(golden.get("frozen_optimized_node_counts")));
  }

  /** The graph prints as what reads back, and holds as many nodes of each kind as recorded. */
  private void checkText(String field, Graph graph) {
    Graph again = Graph.parse(graph.toString());
    if (!again.toString().equals(graph.toString())) {
      throw new Mismatch(field + " does not read back: " + again);
    }
    String counts = field.replace("_graph", "") + "_node_counts";
    if (golden.has(counts)) {
      Comparison.same("nodes of " + field, counts(graph), counts(golden.get(counts)));
    }
  }

  static Map<String, Integer> counts(Graph graph) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Node node : graph.allNodes()) {
      counts.merge(node.kind(), 1, Integer::sum);
    }
    return counts;
  }

  static Map<String, Integer> counts(JsonNode recorded) {
    Map<String, Integer> counts = new TreeMap<>();
    recorded.fields().forEachRemaining(e -> counts.put(e.getKey(), e.getValue().asInt()));
    return counts;
  }

  /** Whether all that runs stands in the graph itself: bodies of calls are not recorded. */
  private static boolean isRunnable(Graph graph) {
    return graph.allNodes().stream()
        .noneMatch(
            node ->
                node.is("prim::CallMethod")
                    || node.is("prim::CallFunction")
                    || node.is("prim::EnumValue")
                    || RecordedConstants.isUnknown(node));
  }

  /** All calls, one after the other on the same object. */
  private void calls(String field, Graph graph) {
    GraphModule module = RecordedModule.of(golden, graph);
    int number = 0;
    for (JsonNode call : golden.get("calls")) {
      String what = field + ", call " + number++;
      List<IValue> arguments = values.all(call.get("args"));
      if (call.has("raises")) {
        checkRaises(what, call.get("raises"), raised(module, arguments));
      } else {
        values.check(what, module.invoke(arguments), call.get("result"));
      }
    }
    golden
        .map("buffers_after_calls")
        .forEach(
            (path, name) -> {
              Tensor now = RecordedModule.state(module, path);
              if (now != null && name != null) {
                Comparison.of(golden).check(path + " after calls", now, golden.expected(name));
              }
            });
  }

  private static @Nullable RuntimeException raised(GraphModule module, List<IValue> arguments) {
    try {
      module.invoke(arguments);
      return null;
    } catch (UnsupportedOperationException absent) {
      throw absent;
    } catch (RuntimeException raised) {
      return raised;
    }
  }

  private static void checkRaises(String what, JsonNode want, @Nullable RuntimeException raised) {
    if (raised == null) {
      throw new Mismatch(what + ": does not raise " + want);
    }
    if (raised instanceof ScriptException own && !own.type().isEmpty()) {
      Comparison.same(what, own.type() + ": " + own.getMessage(), want.get("last_line").asText());
    } else if (want.get("type").asText().equals("Error") && !(raised instanceof ScriptException)) {
      throw new Mismatch(
          what + ": is " + Objects.toString(raised) + ", should be raised by itself");
    }
  }
}
