package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes constants of lists of numbers whose elements are known and that nobody writes to, as
 * TorchScript has them in frozen graphs: {@code [1, 1]} is one constant and not three nodes.
 */
public final class FoldLists extends Rebuild {
  /** The pass. */
  public static final Pass PASS =
      new Pass("fold-lists", graph -> new FoldLists(graph).apply(graph))
          .about(FoldLists::givesPlainList);

  private final Effects effects;
  private final Map<Value, Object> known = new HashMap<>();

  private FoldLists(Graph graph) {
    super(graph);
    effects = Effects.of(graph);
  }

  @Override
  void node(Node node, List<Node> written) {
    if (node.isConstant() && !(node.constant() instanceof TensorConstant)) {
      known.put(node.output(), node.constant());
    }
    List<Object> list = isPlainList(node) ? folded(node) : null;
    if (list == null) {
      written.add(renewed(node));
      return;
    }
    known.put(node.output(), list);
    written.add(
        new Node(
            Kinds.CONSTANT,
            "",
            List.of(),
            Map.of("value", list),
            node.outputs(),
            List.of(),
            node.position()));
  }

  private boolean isPlainList(Node node) {
    return givesPlainList(node) && !effects.isWritten(node.output());
  }

  private static boolean givesPlainList(Node node) {
    return !node.isConstant()
        && node.outputs().size() == 1
        && node.output().type() instanceof Type.ListOf list
        && (list.element().isNumber() || list.element() == Type.STR);
  }

  private @Nullable List<Object> folded(Node node) {
    List<Object> inputs = new ArrayList<>();
    for (Value input : of(node.inputs())) {
      Object value = known.get(input);
      if (value == null || value == None.NONE) {
        return null;
      }
      inputs.add(value);
    }
    if (node.is(Kinds.LIST_CONSTRUCT)) {
      return inputs;
    }
    Op op = effects.mayMerge(node) ? OpTable.of(node) : null;
    return op != null && op.reference() != null ? computed(op, inputs) : null;
  }

  private static @Nullable List<Object> computed(Op op, List<Object> inputs) {
    try {
      return op.reference() != null
              && op.reference().apply(new Arguments(inputs)) instanceof List<?> list
          ? List.copyOf(list)
          : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException fails) {
      return null; // it is to fail when the graph runs, at its place
    }
  }
}
