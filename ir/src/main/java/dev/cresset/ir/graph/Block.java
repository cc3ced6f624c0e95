package dev.cresset.ir.graph;

import java.util.List;
import java.util.function.Consumer;

/**
 * Nodes in order, with the values they begin with and the values they give.
 *
 * @param inputs the values it begins with
 * @param nodes the steps
 * @param outputs the values it gives
 */
public record Block(List<Value> inputs, List<Node> nodes, List<Value> outputs) {
  /** A block of these. */
  public Block {
    inputs = List.copyOf(inputs);
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
  }

  /** The block with other nodes. */
  public Block withNodes(List<Node> newNodes) {
    return new Block(inputs, newNodes, outputs);
  }

  /** Hands out every node, and after a node those of its blocks; not those of subgraphs. */
  public void forEachNode(Consumer<Node> visitor) {
    for (Node node : nodes) {
      visitor.accept(node);
      node.blocks().forEach(block -> block.forEachNode(visitor));
    }
  }
}
