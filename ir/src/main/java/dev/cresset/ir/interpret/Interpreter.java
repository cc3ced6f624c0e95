package dev.cresset.ir.interpret;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a graph on values as {@link dev.cresset.ir.reference.Reference} has them; besides, a tuple
 * is a {@link TupleConstant}, and an object a Map of its attributes. Arrays and lists are written
 * to where the graph writes to its inputs.
 */
public final class Interpreter {
  private final Map<Value, Object> values = new HashMap<>();

  private Interpreter() {}

  /** What the graph gives for these. */
  public static List<Object> run(Graph graph, Object... inputs) {
    return run(graph, List.of(inputs));
  }

  /**
   * What the graph gives for these.
   *
   * @throws Raised if it ends itself
   * @throws UnsupportedOperationException if it holds an op of which the meaning is not written
   *     down
   */
  public static List<Object> run(Graph graph, List<Object> inputs) {
    if (inputs.size() != graph.inputs().size()) {
      throw new IllegalArgumentException(
          "a graph of %d inputs got %d".formatted(graph.inputs().size(), inputs.size()));
    }
    return new Interpreter().run(graph.block(), inputs);
  }

  private List<Object> run(Block block, List<Object> inputs) {
    put(block.inputs(), inputs);
    block.nodes().forEach(node -> put(node.outputs(), run(node)));
    return get(block.outputs());
  }

  private void put(List<Value> names, List<Object> given) {
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), given.get(i));
    }
  }

  private List<Object> get(List<Value> names) {
    List<Object> all = new ArrayList<>();
    names.forEach(name -> all.add(get(name)));
    return all;
  }

  private Object get(Value name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " has no value");
    }
    return value;
  }

  private List<Object> run(Node node) {
    List<Object> in = get(node.inputs());
    return switch (node.kind()) {
      case Kinds.CONSTANT -> List.of(constant(node.constant()));
      case "prim::Uninitialized" -> List.of(None.NONE);
      case Kinds.IF -> run(node.blocks().get((Boolean) in.get(0) ? 0 : 1), List.of());
      case Kinds.LOOP -> loop(node, in);
      case Kinds.TUPLE_CONSTRUCT -> List.of(new TupleConstant(in));
      case Kinds.TUPLE_UNPACK -> ((TupleConstant) in.get(0)).elements();
      case Kinds.TUPLE_INDEX -> List.of(element((TupleConstant) in.get(0), (Long) in.get(1)));
      case Kinds.LIST_CONSTRUCT -> List.of(in);
      case Kinds.LIST_UNPACK -> list(in.get(0));
      case Kinds.DICT_CONSTRUCT -> List.of(dictionary(in));
      case Kinds.UNCHECKED_CAST -> in;
      case Kinds.RAISE -> throw new Raised(String.valueOf(in.get(0)));
      case Kinds.WARN -> List.of();
      case Kinds.GET_ATTR -> List.of(attribute(object(in.get(0)), node.text("name")));
      case Kinds.SET_ATTR -> {
        object(in.get(0)).put(node.text("name"), in.get(1));
        yield List.of();
      }
      case Kinds.FUSION_GROUP -> Interpreter.run(node.subgraph(), in);
      default -> call(node, in);
    };
  }

  /** A list that is a constant is a list of its own each time. */
  private static Object constant(Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : value;
  }

  private static Object element(TupleConstant tuple, long index) {
    int size = tuple.elements().size();
    return tuple.elements().get((int) (index < 0 ? index + size : index));
  }

  @SuppressWarnings("unchecked") // a list of the graph holds Objects
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  @SuppressWarnings("unchecked") // an object is a map of its attributes
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  private static Object attribute(Map<String, Object> object, String name) {
    Object value = object.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the object has no attribute '" + name + "'");
    }
    return value;
  }

  private static Map<Object, Object> dictionary(List<Object> keysAndValues) {
    Map<Object, Object> made = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      made.put(keysAndValues.get(i), keysAndValues.get(i + 1));
    }
    return made;
  }

  private List<Object> loop(Node node, List<Object> in) {
    Block body = node.blocks().get(0);
    boolean goOn = (Boolean) in.get(1);
    List<Object> carried = in.subList(2, in.size());
    for (long turn = 0; goOn && turn < (Long) in.get(0); turn++) {
      List<Object> begin = new ArrayList<>(carried);
      begin.add(0, turn);
      List<Object> end = run(body, begin);
      goOn = (Boolean) end.get(0);
      carried = end.subList(1, end.size());
    }
    return carried;
  }

  private static List<Object> call(Node node, List<Object> in) {
    Op op = OpTable.of(node);
    if (op == null) {
      throw new UnsupportedOperationException("there is no op for " + node);
    }
    Object result = Meaning.of(op, new Arguments(in));
    return op.schema().returns().size() == 1 ? List.of(result) : list(result);
  }
}
