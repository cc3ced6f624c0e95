package dev.cresset.conformance.golden;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.script.TensorValue;
import org.jspecify.annotations.Nullable;

/** Gives constants, of which a text tells no more than the print, the tensors of the case. */
final class RecordedConstants {
  private static final String SELF = "self.";

  private RecordedConstants() {}

  /** The graph with the tensors that its constants are named after. */
  static Graph in(GoldenCase golden, Graph graph) {
    return new Graph(in(golden, graph.block()));
  }

  private static Block in(GoldenCase golden, Block block) {
    return block.withNodes(
        block.nodes().stream()
            .map(
                node ->
                    node.withBlocks(
                        node.blocks().stream().map(inner -> in(golden, inner)).toList()))
            .map(node -> known(golden, node))
            .toList());
  }

  private static Node known(GoldenCase golden, Node node) {
    if (!isUnknown(node) || !(node.constant() instanceof TensorConstant.Printed printed)) {
      return node;
    }
    String name = node.output().name();
    Tensor tensor =
        name.startsWith(SELF) ? RecordedModule.tensor(golden, name.substring(SELF.length())) : null;
    if (tensor == null) {
      tensor = printed(printed.text());
    }
    return tensor == null ? node : node.withAttribute("value", new TensorValue(tensor));
  }

  /** Whether the node is a constant of which only the print is known. */
  static boolean isUnknown(Node node) {
    return node.isConstant() && node.constant() instanceof TensorConstant.Printed;
  }

  /** A tensor of one size whose print tells it all, as its numbers are whole. */
  private static @Nullable Tensor printed(String text) {
    if (text.matches("\\{-?[0-9.e+-]+}")) {
      return Tensor.scalar(Double.parseDouble(text.substring(1, text.length() - 1)));
    }
    int end = text.indexOf("[ CPUFloatType{");
    String numbers = end < 0 ? "" : text.substring(0, end).strip();
    if (!numbers.matches("(-?\\d+\\s*)+") || !text.matches("(?s).*\\{\\d+} ]\\s*")) {
      return null;
    }
    String[] parts = numbers.split("\\s+");
    double[] all = new double[parts.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = Double.parseDouble(parts[i]);
    }
    return Tensor.of(all);
  }
}
