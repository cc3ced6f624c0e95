package dev.cresset.conformance.golden;

import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.pass.EliminateDeadCode;
import java.util.Map;
import java.util.Set;

/**
 * Our frozen graphs beside TorchScript's. Ours keep checks that only raise, where theirs take it
 * for granted that a convolution is given a batch; and {@code x + 0}, which is not {@code x} for
 * −0.
 */
final class FrozenCounts {
  private static final Set<String> KEPT_BY_LAW = Set.of("prim::Constant", "aten::add");

  private FrozenCounts() {}

  static void check(Graph ours, Map<String, Integer> theirs) {
    Graph plain = EliminateDeadCode.PASS.apply(new Graph(withoutChecks(ours.block())));
    Map<String, Integer> left = PassCases.more(ScriptCases.counts(plain), theirs);
    if (!KEPT_BY_LAW.containsAll(left.keySet())) {
      throw new Mismatch(
          "our frozen graph has %s more than TorchScript's:%n%s".formatted(left, ours));
    }
  }

  private static Block withoutChecks(Block block) {
    return block.withNodes(
        block.nodes().stream()
            .filter(node -> !isCheck(node))
            .map(
                node ->
                    node.withBlocks(
                        node.blocks().stream().map(FrozenCounts::withoutChecks).toList()))
            .toList());
  }

  private static boolean isCheck(Node node) {
    return node.is(Kinds.IF)
        && node.outputs().isEmpty()
        && node.blocks().stream()
            .allMatch(
                side ->
                    side.nodes().isEmpty()
                        || side.nodes().stream().anyMatch(n -> n.is(Kinds.RAISE)));
  }
}
