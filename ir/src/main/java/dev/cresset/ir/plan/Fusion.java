package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.pass.FuseElementwise;
import dev.cresset.ir.pass.Pass;
import java.util.ArrayList;
import java.util.List;

/** Fuses elementwise ops into groups of which each can be one kernel. */
public final class Fusion {
  /** The pass. */
  public static final Pass PASS =
      new Pass(
          "fuse",
          graph -> {
            Graph fused = FuseElementwise.of(Fusion::mayFuse).apply(graph);
            return new Graph(checked(fused.block()));
          });

  private static final Pass ELEMENTS = FuseElementwise.of(Fusion::isElementwise);

  private Fusion() {}

  private static boolean mayFuse(Node node) {
    Op op = OpTable.of(node);
    return op != null && op.rowwise() != null || isElementwise(node);
  }

  private static boolean isElementwise(Node node) {
    Op op = OpTable.of(node);
    return op != null && op.elementwise() != null && !op.schema().writes();
  }

  /**
   * The block with groups that are no kernel taken apart again: where folds of rows are to blame,
   * the ops around these may still be groups.
   */
  private static Block checked(Block block) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : block.nodes()) {
      if (!node.is(Kinds.FUSION_GROUP)) {
        nodes.add(node.withBlocks(node.blocks().stream().map(Fusion::checked).toList()));
      } else if (FusedGroup.isOne(node.subgraph())) {
        nodes.add(node);
      } else {
        Graph parts = node.subgraph();
        Graph smaller = parts.nodes().stream().allMatch(Fusion::isNoFold) ? parts : refused(parts);
        smaller.nodes().stream().filter(each -> !each.isConstant()).forEach(nodes::add);
      }
    }
    return block.withNodes(nodes);
  }

  private static boolean isNoFold(Node node) {
    return node.isConstant() || isElementwise(node);
  }

  /** The body of a group that is no kernel, with groups of elementwise ops alone. */
  private static Graph refused(Graph parts) {
    return new Graph(checked(ELEMENTS.apply(parts).block()));
  }
}
