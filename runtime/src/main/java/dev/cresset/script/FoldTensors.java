package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.pass.Effects;
import dev.cresset.ir.pass.Pass;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes what follows from constants alone, tensors included, once and for all: ops that neither
 * write nor draw, on values that nobody writes to. As the constant folding of {@code
 * torch.jit.freeze}.
 */
public final class FoldTensors {
  /** The pass. */
  public static final Pass PASS = new Pass("fold-tensors", graph -> new FoldTensors(graph).fold());

  private final Graph graph;
  private final Effects effects;
  private final Map<Value, Object> known = new HashMap<>();

  private FoldTensors(Graph graph) {
    this.graph = graph;
    this.effects = Effects.of(graph);
  }

  private Graph fold() {
    return GradMode.off(() -> new Graph(block(graph.block())));
  }

  private Block block(Block block) {
    return block.withNodes(block.nodes().stream().map(this::node).toList());
  }

  private Node node(Node node) {
    if (node.isConstant()) {
      if (!node.attributes().containsKey("name")) {
        known.put(node.output(), node.constant());
      }
      return node;
    } else if (!node.blocks().isEmpty()) {
      return node.withBlocks(node.blocks().stream().map(this::block).toList());
    }
    Object value = isFoldable(node) ? computed(node) : null;
    if (value == null) {
      return node;
    }
    known.put(node.output(), value);
    return constant(node.output(), value, node);
  }

  private static Node constant(Value output, Object value, Node from) {
    Map<String, Object> attributes = value == None.NONE ? Map.of() : Map.of("value", value);
    return new Node(
        Kinds.CONSTANT, "", List.of(), attributes, List.of(output), List.of(), from.position());
  }

  private boolean isFoldable(Node node) {
    if (node.is(Kinds.LIST_CONSTRUCT)) {
      return false; // a list of tensors is made anew each time
    }
    Op op = OpTable.of(node);
    return op != null
        && !op.isRandom()
        && node.outputs().size() == 1
        && (node.output().type().isTensor()
            || node.output().type().isNumber()
            || node.output().type() == Type.STR)
        && effects.mayMerge(node)
        && !effects.isWritten(node.output());
  }

  private @Nullable Object computed(Node node) {
    List<Object> values = new ArrayList<>();
    List<Value> inputs = new ArrayList<>();
    for (Value input : node.inputs()) {
      Object value = known.get(input);
      if (value == null) {
        return null;
      }
      if (!inputs.contains(input)) {
        inputs.add(input);
        values.add(
            value instanceof List<?> list ? new ArrayList<>(list) : Operations.constant(value));
      }
    }
    try {
      Graph alone = new Graph(inputs, List.of(node), node.outputs());
      Object result = Executor.of(alone).compute(values).get(0);
      return result instanceof Tensor tensor ? new TensorValue(tensor) : result;
    } catch (RuntimeException fails) {
      return null; // it is to fail when the graph runs, at its place
    }
  }
}
