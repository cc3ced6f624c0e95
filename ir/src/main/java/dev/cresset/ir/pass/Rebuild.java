package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a graph anew from its beginning to its end, node by node, blocks included. What a pass
 * replaces is replaced in all that follows.
 */
abstract class Rebuild {
  private final Map<Value, Value> replaced = new HashMap<>();
  private final Names names;

  Rebuild(Graph graph) {
    names = Names.of(graph.block());
  }

  /** The graph that the pass makes of {@code graph}. */
  Graph apply(Graph graph) {
    return new Graph(block(graph.block()));
  }

  /** Names that are free in the graph. */
  Names names() {
    return names;
  }

  /** Puts {@code with} for {@code value} from now on. */
  void replace(Value value, Value with) {
    replaced.put(value, with);
  }

  /** Puts each of {@code with} for the value at its place. */
  void replaceAll(List<Value> values, List<Value> with) {
    for (int i = 0; i < values.size(); i++) {
      replace(values.get(i), with.get(i));
    }
  }

  /** What stands for {@code value}. */
  Value of(Value value) {
    Value now = value;
    for (Value next = replaced.get(now); next != null; next = replaced.get(now)) {
      now = next;
    }
    return now;
  }

  /** What stands for each of these. */
  List<Value> of(List<Value> values) {
    List<Value> now = new ArrayList<>(values.size());
    for (Value value : values) {
      now.add(of(value));
    }
    return now;
  }

  /** The block, written anew. */
  Block block(Block block) {
    return new Block(block.inputs(), nodes(block), of(block.outputs()));
  }

  /** The nodes of the block, written anew. */
  List<Node> nodes(Block block) {
    List<Node> written = new ArrayList<>();
    for (Node node : block.nodes()) {
      node(node, written);
    }
    return written;
  }

  /** The node with what stands for its inputs, and with its blocks written anew. */
  Node renewed(Node node) {
    Node renewed = node.withInputs(of(node.inputs()));
    return node.blocks().isEmpty()
        ? renewed
        : renewed.withBlocks(node.blocks().stream().map(this::block).toList());
  }

  /** Writes what stands for {@code node}, as it is in the graph that is read. */
  abstract void node(Node node, List<Node> written);
}
