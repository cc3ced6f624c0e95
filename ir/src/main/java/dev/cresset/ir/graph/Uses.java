package dev.cresset.ir.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which node makes each value of a graph, and how often it is used. */
public final class Uses {
  private final Map<Value, Node> makers = new HashMap<>();
  private final Map<Value, Integer> counts = new HashMap<>();

  private Uses(Block block) {
    scan(block);
  }

  /** The uses of all values in {@code block} and in its inner blocks. */
  public static Uses of(Block block) {
    return new Uses(block);
  }

  private void scan(Block block) {
    for (Node node : block.nodes()) {
      node.outputs().forEach(value -> makers.put(value, node));
      count(node.inputs());
      node.blocks().forEach(this::scan);
    }
    count(block.outputs());
  }

  private void count(List<Value> values) {
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
  }

  /** The node that makes {@code value}; null for an input of the graph or of a block. */
  public @Nullable Node maker(Value value) {
    return makers.get(value);
  }

  /** How often {@code value} is an input of a node or an output of a block. */
  public int count(Value value) {
    return counts.getOrDefault(value, 0);
  }

  /** Whether nothing uses {@code value}. */
  public boolean isUnused(Value value) {
    return count(value) == 0;
  }

  /** The value of the constant behind {@code value}, or null if none is. */
  public @Nullable Object constant(Value value) {
    Node maker = maker(value);
    return maker != null && maker.isConstant() ? maker.constant() : null;
  }
}
