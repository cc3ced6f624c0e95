package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.pass.EliminateDeadCode;
import dev.cresset.ir.pass.FoldLists;
import dev.cresset.ir.pass.MergeCommonSubexpressions;
import dev.cresset.ir.pass.Pass;
import dev.cresset.ir.pass.Pipeline;
import dev.cresset.ir.pass.PropagateConstants;
import dev.cresset.ir.pass.SimplifyArithmetic;
import dev.cresset.script.FoldTensors;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * TorchScript's passes against ours, on TorchScript's graphs: ours leave no node that theirs take
 * away. What one of theirs does may be the work of another of ours; and ours never take away
 * arithmetic that is right of some numbers only, such as a product with 1, which makes a number of
 * a truth, and never a size that was seen once for the size of all inputs.
 */
final class PassCases {
  private static final Map<String, Pass> PASSES =
      Map.of(
          "dce", EliminateDeadCode.PASS,
          "cse", MergeCommonSubexpressions.PASS,
          "constant_propagation", PropagateConstants.PASS,
          "peephole", SimplifyArithmetic.PASS);

  /** All that ours do to a graph that stays made of ops. */
  private static final Pipeline ALL =
      Pipeline.SIMPLE
          .then(FoldLists.PASS, "once numbers are known")
          .then(FoldTensors.PASS, "once lists are")
          .then(EliminateDeadCode.PASS, "last");

  /** What {@code docs/passes.md} lists. */
  private static final Set<String> KEPT_BY_LAW = Set.of("aten::mul", "aten::size");

  private PassCases() {}

  static void run(GoldenCase golden, Consumer<Graph> calls) {
    Graph graph = Graph.parse(golden.get("inlined_graph").asText());
    boolean runnable = graph.allNodes().stream().noneMatch(node -> node.is("prim::EnumValue"));
    golden
        .get("passes")
        .fields()
        .forEachRemaining(
            entry -> {
              if (entry.getValue().has("graph")) {
                Graph ours = ours(entry.getKey(), graph);
                check(golden, entry.getKey(), graph, ours, entry.getValue());
                if (runnable) {
                  calls.accept(ours);
                }
              }
            });
  }

  private static Graph ours(String name, Graph graph) {
    Pass pass = PASSES.get(name);
    return pass == null ? ALL.apply(graph) : EliminateDeadCode.PASS.apply(pass.apply(graph));
  }

  private static void check(
      GoldenCase golden, String name, Graph before, Graph ours, JsonNode recorded) {
    Map<String, Integer> theirs =
        ScriptCases.counts(
            EliminateDeadCode.PASS.apply(Graph.parse(recorded.get("graph").asText())));
    Map<String, Integer> left = more(ScriptCases.counts(ours), theirs);
    if (!left.isEmpty()) {
      left = more(ScriptCases.counts(ALL.apply(before)), theirs);
    }
    if (!KEPT_BY_LAW.containsAll(left.keySet())) {
      throw new Mismatch("%s leaves %s more than TorchScript:\n%s".formatted(name, left, ours));
    }
  }

  /** What ours has more of than theirs. */
  static Map<String, Integer> more(Map<String, Integer> ours, Map<String, Integer> theirs) {
    Map<String, Integer> more = new TreeMap<>();
    ours.forEach(
        (kind, count) -> {
          int surplus = count - theirs.getOrDefault(kind, 0);
          if (surplus > 0) {
            more.put(kind, surplus);
          }
        });
    return more;
  }
}
