package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes tuples apart. Elements of a tuple that was made here are the values it was made of; a tuple
 * that a branch gives or a loop carries goes through it as its elements. What is left of tuples is
 * what the graph takes and gives.
 */
public final class LowerTuples extends Rebuild {
  /** The pass. */
  public static final Pass PASS =
      new Pass("lower-tuples", graph -> new LowerTuples(graph).apply(graph))
          .about(LowerTuples::isOfTuple);

  private Map<Value, List<Value>> elements = new HashMap<>();
  private final Map<Value, Object> constants = new HashMap<>();

  private LowerTuples(Graph graph) {
    super(graph);
  }

  private static boolean isOfTuple(Node node) {
    return node.is("prim::Uninitialized")
        || Stream.concat(node.inputs().stream(), node.outputs().stream())
            .anyMatch(value -> types(value.type()) != null);
  }

  @Override
  void node(Node node, List<Node> written) {
    switch (node.kind()) {
      case Kinds.CONSTANT -> {
        constants.put(node.output(), node.constant());
        written.add(node);
      }
      case "prim::Uninitialized" -> nothing(node.output(), written);
      case Kinds.TUPLE_CONSTRUCT -> {
        elements.put(node.output(), of(node.inputs()));
        written.add(renewed(node));
      }
      case Kinds.TUPLE_UNPACK -> replaceAll(node.outputs(), unpacked(node.input(0), written));
      case Kinds.TUPLE_INDEX -> index(node, written);
      case Kinds.IF -> branch(node, written);
      case Kinds.LOOP -> loop(node, written);
      default -> written.add(renewed(node));
    }
  }

  /** Nothing for a tuple is a tuple of nothing. */
  private void nothing(Value value, List<Node> written) {
    List<Type> types = types(value.type());
    if (types == null) {
      written.add(node("prim::Uninitialized", List.of(), List.of(value)));
      return;
    }
    List<Value> parts = new ArrayList<>();
    for (Type type : types) {
      Value part = names().fresh(type);
      nothing(part, written);
      parts.add(part);
    }
    packed(value, parts, written);
  }

  private void index(Node node, List<Node> written) {
    List<Value> all = elements.get(of(node.input(0)));
    Object at = constants.get(of(node.input(1)));
    if (all != null && at instanceof Long index) {
      replace(node.output(), all.get((int) (index < 0 ? index + all.size() : index)));
    } else {
      written.add(renewed(node));
    }
  }

  /** The elements of a tuple: those it was made of, else those of a new unpacking. */
  private List<Value> unpacked(Value tuple, List<Node> written) {
    Value now = of(tuple);
    return elements.computeIfAbsent(
        now,
        unknown -> {
          List<Value> made = new ArrayList<>();
          Objects.requireNonNull(types(unknown.type()), "a tuple")
              .forEach(type -> made.add(names().fresh(type)));
          written.add(node(Kinds.TUPLE_UNPACK, List.of(unknown), made));
          return made;
        });
  }

  /** Puts a tuple of these for {@code tuple}. */
  private void packed(Value tuple, List<Value> parts, List<Node> written) {
    written.add(node(Kinds.TUPLE_CONSTRUCT, parts, List.of(tuple)));
    elements.put(tuple, parts);
  }

  private static Node node(String kind, List<Value> inputs, List<Value> outputs) {
    return new Node(kind, "", inputs, Map.of(), outputs, List.of(), null);
  }

  private void branch(Node node, List<Node> written) {
    List<Block> sides = new ArrayList<>();
    for (Block side : node.blocks()) {
      sides.add(inner(side, List.of()));
    }
    List<Value> outputs = flatNames(node.outputs());
    written.add(node.withInputs(of(node.inputs())).withOutputs(outputs).withBlocks(sides));
    packAll(node.outputs(), outputs, written);
  }

  private void loop(Node node, List<Node> written) {
    Block body = node.blocks().get(0);
    List<Value> inputs = flat(node.inputs(), written);
    Block flat = inner(body, flatNames(body.inputs()));
    List<Value> outputs = flatNames(node.outputs());
    written.add(node.withInputs(inputs).withOutputs(outputs).withBlocks(List.of(flat)));
    packAll(node.outputs(), outputs, written);
  }

  /** The block on these inputs; what it unpacks is not in reach after it. */
  private Block inner(Block block, List<Value> inputs) {
    Map<Value, List<Value>> before = elements;
    elements = new HashMap<>(before);
    List<Node> written = new ArrayList<>();
    packAll(block.inputs(), inputs, written);
    written.addAll(nodes(block));
    Block inner = new Block(inputs, written, flat(block.outputs(), written));
    elements = before;
    return inner;
  }

  /** The values with each tuple's elements for the tuple, those of inner tuples too. */
  private List<Value> flat(List<Value> values, List<Node> written) {
    List<Value> all = new ArrayList<>();
    for (Value value : values) {
      if (types(value.type()) == null) {
        all.add(of(value));
      } else {
        all.addAll(flat(unpacked(value, written), written));
      }
    }
    return all;
  }

  /** New values for the elements of each tuple; other values as they are. */
  private List<Value> flatNames(List<Value> values) {
    List<Value> all = new ArrayList<>();
    for (Value value : values) {
      List<Type> types = types(value.type());
      if (types == null) {
        all.add(value);
      } else {
        all.addAll(flatNames(types.stream().map(names()::fresh).toList()));
      }
    }
    return all;
  }

  /** Makes each tuple of {@code values} of its elements among {@code flat}. */
  private void packAll(List<Value> values, List<Value> flat, List<Node> written) {
    int[] next = {0};
    values.forEach(value -> pack(value, flat, next, written));
  }

  private Value pack(Value value, List<Value> flat, int[] next, List<Node> written) {
    List<Type> types = types(value.type());
    if (types == null) {
      return flat.get(next[0]++);
    }
    List<Value> parts = new ArrayList<>();
    for (Type type : types) {
      boolean tuple = types(type) != null;
      parts.add(pack(tuple ? names().fresh(type) : new Value("unused", type), flat, next, written));
    }
    packed(value, parts, written);
    return value;
  }

  private static @Nullable List<Type> types(Type type) {
    if (type instanceof Type.Tuple tuple) {
      return tuple.elements();
    } else if (type instanceof Type.NamedTuple tuple) {
      return tuple.fields().stream().map(Type.NamedTuple.Field::type).toList();
    }
    return null;
  }
}
