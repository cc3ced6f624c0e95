package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.shape.ShapeMismatch;
import dev.cresset.ir.shape.ShapeRule;
import dev.cresset.ir.shape.ShapeScope;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sizes of tensors, from the types of the graph's inputs and attributes or from what else
 * is known of them, by the rules of the op table. What surely does not fit is a {@link Mismatch};
 * the rest of the graph is still gone through.
 */
public final class InferShapes {

  /**
   * Sizes that surely do not fit.
   *
   * @param node where
   * @param message which, and why
   */
  public record Mismatch(Node node, String message) {}

  /**
   * What was found.
   *
   * @param sizes of the tensors of which at least the number of dimensions is known
   * @param mismatches in the order of the graph
   */
  public record Found(Map<Value, Sizes> sizes, List<Mismatch> mismatches) {}

  /** The pass: writes into the types of tensors which sizes are numbers that are known. */
  public static final Pass PASS =
      new Pass("infer-shapes", graph -> new Annotation(graph).apply(graph));

  private final Map<Value, Object> facts = new HashMap<>();
  private final List<Mismatch> mismatches = new ArrayList<>();

  private InferShapes() {}

  /** The sizes in {@code graph}. */
  public static Found in(Graph graph) {
    return in(graph, Map.of());
  }

  /** The sizes in {@code graph}, where these are known already, perhaps by names. */
  public static Found in(Graph graph, Map<Value, Sizes> known) {
    InferShapes all = new InferShapes();
    graph.inputs().forEach(input -> all.know(input, fromType(input.type())));
    known.forEach(all::know);
    graph.nodes().forEach(all::node);
    Map<Value, Sizes> sizes = new HashMap<>();
    all.facts.forEach(
        (value, fact) -> {
          if (fact instanceof Sizes found) {
            sizes.put(value, found);
          }
        });
    return new Found(sizes, List.copyOf(all.mismatches));
  }

  private static @Nullable Sizes fromType(Type type) {
    List<@Nullable Long> sizes = type instanceof Type.Tensor tensor ? tensor.sizes() : null;
    return sizes == null ? null : new Sizes(sizes.stream().map(Size::ofNullable).toList());
  }

  private void know(Value value, @Nullable Object fact) {
    if (fact == null) {
      facts.remove(value);
    } else {
      facts.put(value, fact);
    }
  }

  private @Nullable Object fact(Value value) {
    Object fact = facts.get(value);
    return fact == null && value.type() == Type.INT ? Size.UNKNOWN : fact;
  }

  private List<@Nullable Object> facts(List<Value> values) {
    List<@Nullable Object> all = new ArrayList<>();
    values.forEach(value -> all.add(fact(value)));
    return all;
  }

  private void node(Node node) {
    switch (node.kind()) {
      case Kinds.CONSTANT -> know(node.output(), ofConstant(node.constant()));
      case Kinds.LIST_CONSTRUCT, Kinds.TUPLE_CONSTRUCT -> know(node.output(), facts(node.inputs()));
      case Kinds.TUPLE_UNPACK, Kinds.LIST_UNPACK -> knowAll(node, fact(node.input(0)));
      case Kinds.UNCHECKED_CAST -> know(node.output(), fact(node.input(0)));
      case Kinds.IF -> branch(node);
      case Kinds.LOOP -> loop(node);
      case Kinds.FUSION_GROUP -> knowAll(node, inside(node, node.subgraph()));
      default -> call(node);
    }
  }

  private static Object ofConstant(Object value) {
    if (value instanceof Long number) {
      return Size.of(number);
    } else if (value instanceof List<?> list) {
      return list.stream().map(InferShapes::ofConstant).toList();
    }
    return value;
  }

  private void knowAll(Node node, @Nullable Object facts) {
    if (facts instanceof List<?> list && list.size() == node.outputs().size()) {
      for (int i = 0; i < list.size(); i++) {
        know(node.outputs().get(i), list.get(i));
      }
    }
  }

  private void branch(Node node) {
    Object taken = fact(node.input(0));
    List<List<@Nullable Object>> sides = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      if (!Boolean.valueOf(side == 1).equals(taken)) { // the side that is not taken says nothing
        node.blocks().get(side).nodes().forEach(this::node);
        sides.add(facts(node.blocks().get(side).outputs()));
      }
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      Object first = sides.get(0).get(i);
      know(node.outputs().get(i), joined(first, sides.get(sides.size() - 1).get(i)));
    }
  }

  /** What is known of a value that is either this or the other. */
  private static @Nullable Object joined(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Sizes mine && b instanceof Sizes theirs) {
      return mine.or(theirs);
    } else if (a instanceof Size mine && b instanceof Size theirs) {
      return mine.or(theirs);
    }
    return a != null && a.equals(b) ? a : null;
  }

  /** Goes through the body until what is known of the carried values changes no more. */
  private void loop(Node node) {
    Block body = node.blocks().get(0);
    List<Value> carried = body.inputs().subList(1, body.inputs().size());
    List<@Nullable Object> begin = facts(node.inputs().subList(2, node.inputs().size()));
    List<Mismatch> before = List.copyOf(mismatches);
    boolean changed = true;
    while (changed) {
      mismatches.clear();
      mismatches.addAll(before);
      for (int i = 0; i < carried.size(); i++) {
        know(carried.get(i), begin.get(i));
      }
      body.nodes().forEach(this::node);
      List<@Nullable Object> end = facts(body.outputs().subList(1, body.outputs().size()));
      List<@Nullable Object> both = new ArrayList<>();
      for (int i = 0; i < begin.size(); i++) {
        both.add(joined(begin.get(i), end.get(i)));
      }
      changed = !both.equals(begin);
      begin = both;
    }
    knowAll(node, begin);
  }

  private void call(Node node) {
    node.blocks().forEach(block -> block.nodes().forEach(this::node));
    Op op = OpTable.of(node);
    if (op == null) {
      node.outputs().forEach(output -> know(output, fromType(output.type())));
      return;
    }
    try {
      knowAll(node, results(node, op, new ShapeScope(op.schema(), facts(node.inputs()))));
    } catch (ShapeMismatch mismatch) {
      mismatches.add(new Mismatch(node, op.schema().name() + ": " + mismatch.getMessage()));
    }
  }

  private @Nullable List<? extends @Nullable Object> results(Node node, Op op, ShapeScope in) {
    ShapeRule rule = op.functional() == null ? op.shape() : op.functional().shape();
    if (op.functional() != null || op.schema().name().equals("aten::copy_")) {
      return Collections.singletonList(fact(node.input(0)));
    } else if (rule != null) {
      List<@Nullable Sizes> sizes = rule.apply(in);
      boolean list = op.schema().returns().get(0).type() instanceof Type.ListOf;
      return !list ? sizes : Collections.singletonList(sizes.isEmpty() ? null : sizes);
    } else if (op.elementwise() != null) {
      return Collections.singletonList(broadcast(op.elementwise().tensors(), in));
    } else if (asks(op)) {
      return Collections.singletonList(answer(op, in));
    } else if (op.hasMeaning()) {
      return inside(node, op.meaningGraph());
    }
    return Collections.singletonList(computed(node, op));
  }

  private static @Nullable Sizes broadcast(List<String> tensors, ShapeScope in) {
    Sizes met = new Sizes(List.of());
    for (String name : tensors) {
      Sizes sizes = in.sizes(name);
      if (sizes == null) {
        return null;
      }
      try {
        met = met.broadcast(sizes);
      } catch (ShapeMismatch mismatch) {
        List<String> all = tensors.stream().map(each -> each + " is " + in.sizes(each)).toList();
        throw new ShapeMismatch(String.join(", ", all) + "; " + mismatch.getMessage());
      }
    }
    return met;
  }

  private static boolean asks(Op op) {
    return switch (op.name()) {
      case "aten::size",
          "aten::size.int",
          "aten::dim",
          "aten::numel",
          "aten::len.Tensor",
          "aten::len.t",
          "aten::__getitem__.t" ->
          true;
      default -> false;
    };
  }

  /** What a question for a tensor's sizes is answered, or for a list's elements. */
  private static @Nullable Object answer(Op op, ShapeScope in) {
    if (in.fact(0) instanceof List<?> list) {
      return op.name().equals("aten::len.t") ? Size.of(list.size()) : element(list, in);
    }
    if (!(in.fact(0) instanceof Sizes sizes)) {
      return null;
    }
    return switch (op.name()) {
      case "aten::size" -> sizes.all();
      case "aten::dim" -> Size.of(sizes.rank());
      case "aten::numel" -> sizes.count();
      case "aten::len.Tensor" -> sizes.rank() == 0 ? null : sizes.get(0);
      default -> {
        Long dim = in.integer("dim");
        yield dim == null ? Size.UNKNOWN : sizes.get(dim);
      }
    };
  }

  private static @Nullable Object element(List<?> list, ShapeScope in) {
    Long index = in.integer("idx");
    return index == null || index < -list.size() || index >= list.size()
        ? null
        : list.get((int) (index < 0 ? index + list.size() : index));
  }

  /** The sizes of what a body gives, on what is known of the node's inputs. */
  private List<@Nullable Object> inside(Node node, Graph body) {
    InferShapes inner = new InferShapes();
    for (int i = 0; i < body.inputs().size(); i++) {
      inner.know(body.inputs().get(i), fact(node.input(i)));
    }
    body.nodes().forEach(inner::node);
    inner.mismatches.forEach(each -> mismatches.add(new Mismatch(node, each.message())));
    return inner.facts(body.outputs());
  }

  /** Arithmetic on numbers that are known. */
  private @Nullable Object computed(Node node, Op op) {
    List<Object> in = new ArrayList<>();
    for (Object fact : facts(node.inputs())) {
      Object plain = plain(fact);
      if (plain == null) {
        return null;
      }
      in.add(plain);
    }
    boolean pure = !op.schema().writes() && !op.isRandom();
    if (!pure || op.reference() == null) {
      return null;
    }
    try {
      return ofConstant(op.reference().apply(new Arguments(in)));
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException fails) {
      return null; // it is to fail when the graph runs
    }
  }

  private static @Nullable Object plain(@Nullable Object fact) {
    if (fact instanceof Size size) {
      return size.known();
    } else if (fact instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      for (Object each : list) {
        Object plain = plain(each);
        if (plain == null) {
          return null;
        }
        all.add(plain);
      }
      return all;
    }
    return fact instanceof Double
            || fact instanceof Boolean
            || fact instanceof String
            || fact == None.NONE
        ? fact
        : null;
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
