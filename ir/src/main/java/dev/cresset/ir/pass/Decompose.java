package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Copy;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what an op consists of in its place, where with the constants it is given that is
 * elementwise ops alone: {@code gelu} of a known kind, {@code clamp} between known bounds. So they
 * can be fused.
 */
public final class Decompose extends Rebuild {
  /** The pass. */
  public static final Pass PASS =
      new Pass("decompose", graph -> new Decompose(graph).apply(graph))
          .about(Decompose::mayHaveParts);

  private final Map<Value, Node> constants = new HashMap<>();

  private Decompose(Graph graph) {
    super(graph);
  }

  @Override
  void node(Node node, List<Node> written) {
    if (node.isConstant()) {
      constants.put(node.output(), node);
    }
    Node now = renewed(node);
    Graph parts = isPlainCast(now) ? null : parts(now);
    if (isPlainCast(now)) {
      replace(node.output(), now.input(0));
    } else if (parts == null) {
      written.add(now);
    } else {
      Copy copy = new Copy(names());
      for (int i = 0; i < parts.inputs().size(); i++) {
        copy.replace(parts.inputs().get(i), now.input(i));
      }
      for (Node part : parts.nodes()) {
        written.add(copy.of(part).withPosition(node.position()));
      }
      replaceAll(node.outputs(), copy.of(parts.outputs()));
    }
  }

  private static boolean mayHaveParts(Node node) {
    Op op = node.isConstant() ? null : OpTable.of(node);
    return isPlainCast(node) || op != null && op.isComposed();
  }

  /** Whether what is said to be there is of a type that is always there. */
  private static boolean isPlainCast(Node node) {
    return node.is(Kinds.UNCHECKED_CAST) && node.input(0).type().fits(node.output().type());
  }

  /** What a node consists of, over its own inputs; null if it is to stay. */
  private @Nullable Graph parts(Node node) {
    Op op = OpTable.of(node);
    if (op == null || !op.isComposed() || op.schema().writes()) {
      return null;
    }
    GraphBuilder bound = new GraphBuilder();
    List<Value> inputs = new ArrayList<>();
    for (Value input : node.inputs()) {
      Value own = bound.input(input.type());
      Node constant = constants.get(input);
      inputs.add(constant == null ? own : bound.constant(constant.constant(), input.type()));
    }
    Graph whole = bound.graph(bound.inline(op.meaningGraph(), inputs));
    Graph simple = EliminateDeadCode.PASS.apply(PropagateConstants.PASS.apply(whole));
    Graph parts = EliminateDeadCode.PASS.apply(PASS.apply(simple));
    return parts.nodes().stream().allMatch(Decompose::mayStand) ? parts : null;
  }

  private static boolean mayStand(Node node) {
    Op op = node.isConstant() ? null : OpTable.of(node);
    return node.isConstant() || op != null && op.elementwise() != null && !op.schema().writes();
  }
}
