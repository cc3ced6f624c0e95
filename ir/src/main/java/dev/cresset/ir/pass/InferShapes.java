package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.shape.Classes;
import dev.cresset.ir.shape.ShapeMismatch.Wish;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.shape.TensorFact;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sizes and dtypes of tensors, from the types of the graph's inputs and attributes or
 * from what else is known of them, by the rules of the op table. What surely does not fit is a
 * {@link Mismatch}; the rest of the graph is still gone through.
 */
public final class InferShapes {

  /**
   * Sizes or dtypes that surely do not fit.
   *
   * @param node where
   * @param message which, and why
   * @param subject the value that is at fault, or null
   * @param wish what would fit, or null
   * @param where the place that the message speaks of, if that is in the body of a call
   */
  public record Mismatch(
      Node node,
      String message,
      @Nullable Value subject,
      @Nullable Wish wish,
      @Nullable String where) {}

  /**
   * What was found.
   *
   * @param facts what is known of values: of tensors a {@link TensorFact}, of ints a {@link Size}
   * @param mismatches in the order of the graph
   */
  public record Found(Map<Value, Object> facts, List<Mismatch> mismatches) {

    /** The sizes of the tensors of which all are there, known or not. */
    public Map<Value, Sizes> sizes() {
      Map<Value, Sizes> sizes = new HashMap<>();
      facts.forEach(
          (value, fact) -> {
            if (fact instanceof TensorFact found
                && found.sizes() != null
                && !found.sizes().open()) {
              sizes.put(value, found.sizes());
            }
          });
      return sizes;
    }
  }

  /** The pass: writes into the types of tensors which sizes are numbers that are known. */
  public static final Pass PASS =
      new Pass("infer-shapes", graph -> new Annotation(graph).apply(graph));

  private InferShapes() {}

  /** The sizes in {@code graph}. */
  public static Found in(Graph graph) {
    return in(graph, Map.of());
  }

  /** The sizes in {@code graph}, where these are known already, perhaps by names. */
  public static Found in(Graph graph, Map<Value, Sizes> known) {
    Map<Value, Object> facts = new HashMap<>();
    known.forEach((value, sizes) -> facts.put(value, new TensorFact(sizes, null)));
    return in(graph, facts, Classes.NONE);
  }

  /** The sizes in {@code graph}, where this is known already of values and of modules. */
  public static Found in(Graph graph, Map<Value, Object> known, Classes classes) {
    ShapeInference all = new ShapeInference(new ShapeCalls(classes));
    graph.inputs().forEach(input -> all.know(input, ShapeInference.fromType(input.type())));
    known.forEach(all::know);
    all.block(graph.block());
    return new Found(all.facts(), all.mismatches());
  }

  /** Writes the graph with the types that were found. */
  private static final class Annotation extends Rebuild {
    private final Map<Value, Sizes> sizes;

    Annotation(Graph graph) {
      super(graph);
      sizes = in(graph).sizes();
    }

    @Override
    void node(Node node, List<Node> written) {
      List<Value> outputs = node.outputs().stream().map(this::annotated).toList();
      Node renewed = renewed(node).withOutputs(outputs);
      written.add(renewed);
      replaceChanged(node.outputs(), outputs);
    }

    @Override
    Block block(Block block) {
      List<Value> inputs = block.inputs().stream().map(this::annotated).toList();
      replaceChanged(block.inputs(), inputs);
      Block renewed = super.block(block);
      return new Block(inputs, renewed.nodes(), renewed.outputs());
    }

    private void replaceChanged(List<Value> values, List<Value> with) {
      for (int i = 0; i < values.size(); i++) {
        if (!values.get(i).equals(with.get(i))) {
          replace(values.get(i), with.get(i));
        }
      }
    }

    private Value annotated(Value value) {
      Sizes found = sizes.get(value);
      if (found == null || !(value.type() instanceof Type.Tensor tensor)) {
        return value;
      }
      List<@Nullable Long> numbers = new ArrayList<>();
      found.all().forEach(size -> numbers.add(size.known()));
      return value.withType(
          new Type.Tensor(
              tensor.dtype(), numbers, tensor.strides(), tensor.requiresGrad(), tensor.device()));
    }
  }
}
