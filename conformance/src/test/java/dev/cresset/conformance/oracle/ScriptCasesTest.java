package dev.cresset.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.interpret.Interpreter;
import dev.cresset.ir.pass.EliminateDeadCode;
import dev.cresset.ir.pass.MergeCommonSubexpressions;
import dev.cresset.ir.pass.Pass;
import dev.cresset.ir.pass.Pipeline;
import dev.cresset.ir.pass.PropagateConstants;
import dev.cresset.ir.pass.SimplifyArithmetic;
import dev.cresset.ir.type.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** TorchScript's own graphs give in the interpreter what they give in PyTorch. */
class ScriptCasesTest {
  private final PyTorchCases cases = PyTorchCases.of("script_cases.json");

  @Test
  void graphsGiveWhatTheyGiveInPyTorch() {
    check(graph -> graph);
  }

  @Test
  void alsoAfterAllPasses() {
    check(Pipeline.STANDARD::apply);
  }

  private void check(UnaryOperator<Graph> pass) {
    List<String> wrong = new ArrayList<>();
    TreeSet<String> uncovered = new TreeSet<>();
    int right = 0;
    for (JsonNode golden : cases.ofKind("script")) {
      boolean function =
          golden.path("ctor").isMissingNode() && golden.get("mode").asText().equals("script");
      if (!golden.path("inlined_graph").isTextual() || !function) {
        continue;
      }
      try {
        Graph graph = pass.apply(Graph.parse(golden.get("inlined_graph").asText()));
        String difference = difference(golden, graph);
        if (difference.isEmpty()) {
          right++;
        } else {
          wrong.add(golden.get("id").asText() + ": " + difference);
        }
      } catch (UnsupportedOperationException | SyntaxException absent) {
        uncovered.add(absent.getMessage());
      }
    }
    assertThat(wrong).as("uncovered: %s", uncovered).isEmpty();
    assertThat(right).as("uncovered: %s", uncovered).isGreaterThanOrEqualTo(68);
  }

  private String difference(JsonNode golden, Graph graph) {
    for (JsonNode call : golden.get("calls")) {
      List<Object> in = cases.values(golden, call.get("args"));
      if (call.has("raises")) {
        if (!fails(graph, in)) {
          return "does not raise " + call.get("raises");
        }
        continue;
      }
      List<Object> given = Interpreter.run(graph, in);
      Object wanted = cases.value(golden, call.get("result"));
      if (!Closeness.of(golden).same(given.get(0), wanted)) {
        return given.get(0) + " is not " + wanted + " in\n" + graph;
      }
    }
    return "";
  }

  private static boolean fails(Graph graph, List<Object> in) {
    try {
      Interpreter.run(graph, in);
      return false;
    } catch (UnsupportedOperationException absent) {
      throw absent;
    } catch (RuntimeException raised) {
      return true;
    }
  }

  /**
   * The same pass leaves the same nodes. Ours knows lists in another pass than theirs; and theirs
   * takes the product of a tensor and 1 for the tensor, which is wrong of bools.
   */
  @Test
  void passesLeaveWhatTorchScriptsLeave() {
    Map<String, Pass> passes =
        Map.of(
            "dce", EliminateDeadCode.PASS,
            "cse", MergeCommonSubexpressions.PASS,
            "constant_propagation", PropagateConstants.PASS,
            "peephole", SimplifyArithmetic.PASS);
    List<String> differ = new ArrayList<>();
    int same = 0;
    for (JsonNode golden : cases.ofKind("script")) {
      for (String name : passes.keySet()) {
        JsonNode after = golden.path("passes").path(name);
        if (after.has("graph")) {
          Graph before = Graph.parse(golden.get("inlined_graph").asText());
          Graph ours = EliminateDeadCode.PASS.apply(passes.get(name).apply(before));
          Graph theirs = EliminateDeadCode.PASS.apply(Graph.parse(after.get("graph").asText()));
          if (counts(ours).equals(counts(theirs))) {
            same++;
          } else {
            differ.add(golden.get("id").asText() + " " + name);
          }
        }
      }
    }
    assertThat(differ)
        .containsExactlyInAnyOrder(
            "script.const_fold/list_and_float peephole",
            "script.peephole/mul_one_add_zero peephole");
    assertThat(same).isGreaterThanOrEqualTo(46);
  }

  private static Map<String, Integer> counts(Graph graph) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Node node : graph.allNodes()) {
      counts.merge(node.kind(), 1, Integer::sum);
    }
    return counts;
  }
}
