package dev.cresset.ir.graph;

import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a graph.
 *
 * @param kind what it does: {@code aten::add}, {@code prim::If}
 * @param overload which op of that name, {@code Tensor}; empty if unknown. It is a note, which text
 *     does not carry and equality ignores: the types of the inputs say the same
 * @param inputs the values it takes
 * @param attributes what else decides it, in order: Long, Double, String, Boolean (as {@code value}
 *     alone), {@link Type}, {@link TensorConstant}, {@link TupleConstant}, {@link Graph}, lists
 * @param outputs the values it gives
 * @param blocks the blocks it runs
 * @param position where it comes from, or null
 */
public record Node(
    String kind,
    String overload,
    List<Value> inputs,
    Map<String, Object> attributes,
    List<Value> outputs,
    List<Block> blocks,
    @Nullable Position position) {

  /** A node of these. */
  public Node {
    inputs = List.copyOf(inputs);
    attributes =
        attributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    outputs = List.copyOf(outputs);
    blocks = List.copyOf(blocks);
  }

  /** Whether it is of this kind. */
  public boolean is(String kind) {
    return this.kind.equals(kind);
  }

  /** The input at {@code index}. */
  public Value input(int index) {
    return inputs.get(index);
  }

  /** Its one output. */
  public Value output() {
    if (outputs.size() != 1) {
      throw new IllegalStateException(kind + " gives " + outputs.size() + " values, not one");
    }
    return outputs.get(0);
  }

  /** Kind and overload, {@code aten::add.Tensor}; the kind alone where no overload is noted. */
  public String qualifiedKind() {
    return overload.isEmpty() ? kind : kind + "." + overload;
  }

  /** The attribute {@code name}, or null. */
  public @Nullable Object attribute(String name) {
    return attributes.get(name);
  }

  /** The attribute {@code name}, a string. */
  public String text(String name) {
    if (attributes.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalStateException(kind + " has no string '" + name + "' in " + attributes);
  }

  /** Whether it is a constant. */
  public boolean isConstant() {
    return is(Kinds.CONSTANT);
  }

  /** The value of a constant; {@link None} for None. */
  public Object constant() {
    if (!isConstant()) {
      throw new IllegalStateException(kind + " is no constant");
    }
    return attributes.getOrDefault("value", None.NONE);
  }

  /** The body of a group. */
  public Graph subgraph() {
    if (attributes.get(Kinds.SUBGRAPH) instanceof Graph graph) {
      return graph;
    }
    throw new IllegalStateException(kind + " has no subgraph");
  }

  /** Whether it has a body. */
  public boolean hasSubgraph() {
    return attributes.get(Kinds.SUBGRAPH) instanceof Graph;
  }

  /** The node with another kind and overload. */
  public Node withKind(String newKind, String newOverload) {
    return new Node(newKind, newOverload, inputs, attributes, outputs, blocks, position);
  }

  /** The node with other inputs. */
  public Node withInputs(List<Value> newInputs) {
    return new Node(kind, overload, newInputs, attributes, outputs, blocks, position);
  }

  /** The node with other outputs. */
  public Node withOutputs(List<Value> newOutputs) {
    return new Node(kind, overload, inputs, attributes, newOutputs, blocks, position);
  }

  /** The node with other blocks. */
  public Node withBlocks(List<Block> newBlocks) {
    return new Node(kind, overload, inputs, attributes, outputs, newBlocks, position);
  }

  /** The node from another place, or from none. */
  public Node withPosition(@Nullable Position newPosition) {
    return new Node(kind, overload, inputs, attributes, outputs, blocks, newPosition);
  }

  /** The node with an attribute set. */
  public Node withAttribute(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(attributes);
    all.put(name, value);
    return new Node(kind, overload, inputs, all, outputs, blocks, position);
  }

  /** The types of the inputs, in order. */
  public List<Type> inputTypes() {
    List<Type> types = new ArrayList<>();
    inputs.forEach(value -> types.add(value.type()));
    return types;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Node node
        && kind.equals(node.kind)
        && inputs.equals(node.inputs)
        && attributes.equals(node.attributes)
        && outputs.equals(node.outputs)
        && blocks.equals(node.blocks)
        && Objects.equals(position, node.position);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, inputs, attributes, outputs, blocks);
  }

  /** The node as it prints, without its position. */
  @Override
  public String toString() {
    return GraphPrinter.print(withPosition(null)).strip();
  }
}
