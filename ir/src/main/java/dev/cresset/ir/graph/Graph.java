package dev.cresset.ir.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * TorchScript's graph. It is a value: a pass takes one and gives another. Each value is made once
 * and before it is used; a graph that breaks this cannot be had.
 *
 * @param block its inputs, nodes and outputs
 */
public record Graph(Block block) {
  /**
   * A graph of this block.
   *
   * @throws IllegalArgumentException if a value is made twice, or used where it is not yet made
   */
  public Graph {
    Scoping.check(block);
  }

  /** A graph of these. */
  public Graph(List<Value> inputs, List<Node> nodes, List<Value> outputs) {
    this(new Block(inputs, nodes, outputs));
  }

  /** The values it takes. */
  public List<Value> inputs() {
    return block.inputs();
  }

  /** Its steps; those inside of {@code prim::If} and {@code prim::Loop} are in their blocks. */
  public List<Node> nodes() {
    return block.nodes();
  }

  /** The values it gives. */
  public List<Value> outputs() {
    return block.outputs();
  }

  /** All nodes, those of blocks included. */
  public List<Node> allNodes() {
    List<Node> all = new ArrayList<>();
    block.forEachNode(all::add);
    return all;
  }

  /**
   * Reads a graph as TorchScript prints it.
   *
   * @throws dev.cresset.ir.type.SyntaxException if the text is none
   */
  public static Graph parse(String text) {
    return GraphParser.parse(text);
  }

  /** Whether both are the same but for the names of values and the places they come from. */
  public boolean sameAs(Graph other) {
    return canonical().equals(other.canonical());
  }

  /** The graph with its values numbered in order, and without positions. */
  public Graph canonical() {
    return Copy.canonical(this);
  }

  /** The graph as TorchScript prints it. */
  @Override
  public String toString() {
    return GraphPrinter.print(this);
  }
}
