package dev.cresset.ir.graph;

import dev.cresset.ir.type.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a graph as TorchScript prints it. */
public final class GraphPrinter {
  private final StringBuilder text = new StringBuilder();
  private final List<Node> groups = new ArrayList<>();

  private GraphPrinter() {}

  /** The text of a graph, with a line end after each line; its groups' bodies follow it. */
  public static String print(Graph graph) {
    GraphPrinter printer = new GraphPrinter();
    printer.graph(graph);
    return printer.text.toString();
  }

  /** The text of one node with its blocks. */
  static String print(Node node) {
    GraphPrinter printer = new GraphPrinter();
    printer.node(node, 0);
    return printer.text.toString();
  }

  private void graph(Graph graph) {
    text.append("graph(").append(typed(graph.inputs(), ",\n      ")).append("):\n");
    graph.nodes().forEach(node -> node(node, 1));
    text.append("  return (").append(names(graph.outputs())).append(")\n");
    for (int i = 0; i < groups.size(); i++) {
      Node group = groups.get(i);
      text.append("with ").append(group.kind()).append('_').append(i).append(" = ");
      text.append(print(group.subgraph()));
    }
  }

  private void node(Node node, int level) {
    text.append("  ".repeat(level)).append(typed(node.outputs(), ", ")).append(" = ");
    text.append(node.kind());
    if (node.hasSubgraph()) {
      text.append('_').append(groups.size());
      groups.add(node);
    }
    text.append(attributes(node.attributes())).append('(').append(names(node.inputs())).append(')');
    if (node.position() != null) {
      text.append(" # ").append(node.position());
    }
    text.append('\n');
    for (int i = 0; i < node.blocks().size(); i++) {
      block(node.blocks().get(i), i, level + 1);
    }
  }

  private void block(Block block, int index, int level) {
    text.append("  ".repeat(level)).append("block").append(index).append('(');
    text.append(typed(block.inputs(), ", ")).append("):\n");
    block.nodes().forEach(node -> node(node, level + 1));
    text.append("  ".repeat(level + 1)).append("-> (").append(names(block.outputs())).append(")\n");
  }

  private static String typed(List<Value> values, String between) {
    return values.stream()
        .map(value -> value + " : " + value.type())
        .collect(Collectors.joining(between));
  }

  private static String names(List<Value> values) {
    return values.stream().map(Value::toString).collect(Collectors.joining(", "));
  }

  private static String attributes(Map<String, Object> attributes) {
    return attributes.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof Graph))
        .map(entry -> entry.getKey() + "=" + Literals.text(entry.getValue()))
        .reduce((a, b) -> a + ", " + b)
        .map(all -> "[" + all + "]")
        .orElse("");
  }
}
