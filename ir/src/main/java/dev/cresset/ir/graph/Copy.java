package dev.cresset.ir.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Copies nodes with other values: those that were put in replace those of the original, and what
 * the nodes themselves make gets names of its own.
 */
public final class Copy {
  private final Map<Value, Value> replaced = new HashMap<>();
  private final UnaryOperator<Value> fresh;
  private final boolean positions;

  /** Copies into the graph of these names. */
  public Copy(Names names) {
    this(names::like, true);
  }

  private Copy(UnaryOperator<Value> fresh, boolean positions) {
    this.fresh = fresh;
    this.positions = positions;
  }

  /** Puts {@code with} for {@code value} from now on. */
  public Copy replace(Value value, Value with) {
    replaced.put(value, with);
    return this;
  }

  /** What stands for {@code value}; itself if nothing does. */
  public Value of(Value value) {
    return replaced.getOrDefault(value, value);
  }

  /** What stands for each of these. */
  public List<Value> of(List<Value> values) {
    return values.stream().map(this::of).toList();
  }

  /** The node with its own outputs and blocks, taking what stands for its inputs. */
  public Node of(Node node) {
    List<Value> inputs = of(node.inputs());
    List<Block> blocks = new ArrayList<>();
    node.blocks().forEach(block -> blocks.add(of(block)));
    return new Node(
        node.kind(),
        node.overload(),
        inputs,
        attributes(node),
        made(node.outputs()),
        blocks,
        positions ? node.position() : null);
  }

  /** The block with its own inputs. */
  public Block of(Block block) {
    List<Value> inputs = made(block.inputs());
    List<Node> nodes = new ArrayList<>();
    block.nodes().forEach(node -> nodes.add(of(node)));
    return new Block(inputs, nodes, of(block.outputs()));
  }

  private List<Value> made(List<Value> values) {
    return values.stream()
        .map(
            value -> {
              Value copy = fresh.apply(value);
              replaced.put(value, copy);
              return copy;
            })
        .toList();
  }

  private Map<String, Object> attributes(Node node) {
    if (positions || !node.hasSubgraph()) {
      return node.attributes();
    }
    Map<String, Object> attributes = new LinkedHashMap<>(node.attributes());
    attributes.put(Kinds.SUBGRAPH, canonical(node.subgraph()));
    return attributes;
  }

  static Graph canonical(Graph graph) {
    Names numbers = new Names();
    return new Graph(new Copy(value -> numbers.fresh(value.type()), false).of(graph.block()));
  }
}
