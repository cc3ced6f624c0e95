package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.reference.Reference;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes what is known: arithmetic on numbers, truths and strings, the branch that a known
 * condition takes, loops that do not begin. Lists that are never written to are known by their
 * elements. Tensors stay as they are.
 */
public final class PropagateConstants extends Rebuild {
  /** The pass. */
  public static final Pass PASS =
      new Pass("propagate-constants", graph -> new PropagateConstants(graph).apply(graph));

  private final Supplier<Effects> effects;
  private final Map<Value, Object> known = new HashMap<>();

  private PropagateConstants(Graph graph) {
    super(graph);
    effects = Effects.later(graph);
  }

  @Override
  void node(Node node, List<Node> written) {
    switch (node.kind()) {
      case Kinds.CONSTANT -> constant(node, written);
      case Kinds.LIST_CONSTRUCT, Kinds.TUPLE_CONSTRUCT -> construct(node, written);
      case Kinds.LIST_UNPACK, Kinds.TUPLE_UNPACK -> written.add(renewed(node));
      case Kinds.IF -> branch(node, written);
      case Kinds.LOOP -> loop(node, written);
      case Kinds.UNCHECKED_CAST -> cast(node, written);
      case "aten::__is__", "aten::__isnot__" -> identity(node, written);
      default -> call(node, written);
    }
  }

  private void constant(Node node, List<Node> written) {
    Object value = node.attributes().containsKey("name") ? node : node.constant();
    if (!(value instanceof TensorConstant) && !(value instanceof Node)) {
      known.put(node.output(), value instanceof TupleConstant tuple ? tuple.elements() : value);
    }
    written.add(node);
  }

  /** A list of known elements that nobody writes to is known itself. */
  private void construct(Node node, List<Node> written) {
    List<Object> elements = knownInputs(node);
    if (elements != null && !effects.get().isWritten(node.output())) {
      known.put(node.output(), elements);
    }
    written.add(renewed(node));
  }

  private @Nullable List<Object> knownInputs(Node node) {
    List<Object> all = new ArrayList<>();
    for (Value input : of(node.inputs())) {
      Object value = known.get(input);
      if (value == null) {
        return null;
      }
      all.add(value);
    }
    return all;
  }

  private void branch(Node node, List<Node> written) {
    Object condition = known.get(of(node.input(0)));
    if (condition == null) {
      Node renewed = renewed(node);
      written.add(renewed);
      same(renewed);
    } else {
      Block taken = node.blocks().get(condition.equals(true) ? 0 : 1);
      written.addAll(nodes(taken));
      replaceAll(node.outputs(), of(taken.outputs()));
    }
  }

  /**
   * A result that both sides give alike, and from outside of them, needs no branch; and one that is
   * true on one side and false on the other is the condition.
   */
  private void same(Node branch) {
    for (int i = 0; i < branch.outputs().size(); i++) {
      Value then = branch.blocks().get(0).outputs().get(i);
      Value otherwise = branch.blocks().get(1).outputs().get(i);
      if (then.equals(otherwise)) { // made before the branch, as a side cannot reach into the other
        replace(branch.outputs().get(i), then);
      } else if (Boolean.TRUE.equals(known.get(then))
          && Boolean.FALSE.equals(known.get(otherwise))) {
        replace(branch.outputs().get(i), branch.input(0));
      }
    }
  }

  private void loop(Node node, List<Node> written) {
    Object most = known.get(of(node.input(0)));
    Object first = known.get(of(node.input(1)));
    if (Boolean.FALSE.equals(first) || most instanceof Long count && count <= 0) {
      replaceAll(node.outputs(), of(node.inputs().subList(2, node.inputs().size())));
    } else {
      written.add(renewed(node));
    }
  }

  /** Comparing with None: what a tensor's or a number's type says, no value need say. */
  private void identity(Node node, List<Node> written) {
    Boolean mine = isNone(of(node.input(0)));
    Boolean other = isNone(of(node.input(1)));
    if (mine != null && other != null && (mine || other)) {
      give(node, (mine.equals(other)) == node.is("aten::__is__"), written);
    } else {
      written.add(renewed(node));
    }
  }

  /** A value that already has the type which it is said to have. */
  private void cast(Node node, List<Node> written) {
    Value value = of(node.input(0));
    if (value.type().equals(node.output().type())) {
      replace(node.output(), value);
    } else {
      written.add(renewed(node));
    }
  }

  private static @Nullable Boolean isNone(Value value) {
    if (value.type() == Type.NONE) {
      return true;
    }
    boolean unsure =
        value.type() instanceof Type.OptionalOf
            || value.type() == Type.Atom.ANY
            || value.type() instanceof Type.Variable;
    return unsure ? null : false;
  }

  private void call(Node node, List<Node> written) {
    Object result = node.outputs().size() == 1 ? computed(node) : null;
    if (result != null && !effects.get().mayMerge(node)) {
      result = null;
    }
    if (result != null && isScalar(result)) {
      give(node, result, written);
      return;
    }
    if (result != null && !effects.get().isWritten(node.output())) {
      known.put(node.output(), result);
    }
    written.add(renewed(node));
  }

  private @Nullable Object computed(Node node) {
    Op op = OpTable.of(node);
    Reference reference = op == null || isOfTensors(op) ? null : op.reference();
    List<Object> inputs = reference == null ? null : knownInputs(node);
    if (reference == null || inputs == null) {
      return null;
    }
    try {
      return reference.apply(new Arguments(inputs));
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException fails) {
      return null; // it is to fail when the graph runs, at its place
    }
  }

  private static boolean isOfTensors(Op op) {
    return op.schema().arguments().stream().anyMatch(each -> !isPlain(each.type()))
        || op.schema().returns().stream().anyMatch(each -> !isPlain(each.type()));
  }

  private static boolean isPlain(Type type) {
    if (type instanceof Type.OptionalOf option) {
      return isPlain(option.element());
    }
    return type instanceof Type.ListOf list ? isPlain(list.element()) : !type.isTensor();
  }

  private static boolean isScalar(Object value) {
    return value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof String
        || value == None.NONE;
  }

  private void give(Node node, Object value, List<Node> written) {
    known.put(node.output(), value);
    Map<String, Object> attributes = value == None.NONE ? Map.of() : Map.of("value", value);
    written.add(
        new Node(
            Kinds.CONSTANT, "", List.of(), attributes, node.outputs(), List.of(), node.position()));
  }
}
