package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import java.util.List;
import java.util.Set;

/**
 * Takes dropout away where it is known not to be in training: there it gives its input itself, so
 * nothing changes. As the dropout removal of {@code torch.jit.freeze}.
 */
public final class RemoveDropout extends Rebuild {
  /** The pass. */
  public static final Pass PASS =
      new Pass("remove-dropout", graph -> new RemoveDropout(graph).apply(graph));

  private static final Set<String> KINDS =
      Set.of(
          "aten::dropout",
          "aten::dropout_",
          "aten::feature_dropout",
          "aten::feature_dropout_",
          "aten::alpha_dropout",
          "aten::alpha_dropout_",
          "aten::feature_alpha_dropout",
          "aten::feature_alpha_dropout_");

  private final Uses uses;

  private RemoveDropout(Graph graph) {
    super(graph);
    uses = Uses.of(graph.block());
  }

  @Override
  void node(Node node, List<Node> written) {
    if (KINDS.contains(node.kind()) && isOff(node)) {
      replace(node.output(), of(node.input(0)));
    } else {
      written.add(renewed(node));
    }
  }

  private boolean isOff(Node node) {
    Op op = OpTable.of(node);
    int train = op == null ? -1 : op.schema().indexOf("train");
    return train >= 0 && Boolean.FALSE.equals(uses.constant(node.input(train)));
  }
}
