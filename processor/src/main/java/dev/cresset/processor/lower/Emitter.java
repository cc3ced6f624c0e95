package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the nodes of one graph. Constants stand at its beginning, each once. */
final class Emitter {
  private final Names names = new Names();
  private final List<Value> inputs = new ArrayList<>();
  private final List<Node> constants = new ArrayList<>();
  private final Map<List<Object>, Value> known = new LinkedHashMap<>();
  private final Deque<List<Node>> open = new ArrayDeque<>();
  private final Map<Value, At> places = new HashMap<>();

  Emitter() {
    open();
  }

  /** A value that is not yet made by anything; named after {@code hint} unless that is empty. */
  Value fresh(String hint, Type type) {
    return hint.isEmpty() ? names.fresh(type) : names.fresh(hint, type);
  }

  /** A parameter of the graph. */
  Value input(String name, Type type) {
    Value value = fresh(name, type);
    inputs.add(value);
    return value;
  }

  /** Begins a block; what is written from now on stands in it. */
  void open() {
    open.push(new ArrayList<>());
  }

  /** Ends the block, and gives what was written in it. */
  List<Node> close() {
    return open.pop();
  }

  /**
   * The constant of this value and type.
   *
   * @param value Long, Double, Boolean, String; null is None
   */
  Value constant(@Nullable Object value, Type type, At at) {
    List<Object> key = List.of(type, value == null ? "" : value, value == null);
    return known.computeIfAbsent(
        key,
        absent -> {
          Value made = names.fresh(type);
          Map<String, Object> attributes = value == null ? Map.of() : Map.of("value", value);
          constants.add(
              new Node(
                  Kinds.CONSTANT,
                  "",
                  List.of(),
                  attributes,
                  List.of(made),
                  List.of(),
                  position(at)));
          return made;
        });
  }

  /** What stands for a variable on a way where it is never read. */
  Value uninitialized(Type type) {
    return known.computeIfAbsent(
        List.of(type),
        absent -> {
          Value made = names.fresh(type);
          constants.add(
              new Node(
                  "prim::Uninitialized", "", List.of(), Map.of(), List.of(made), List.of(), null));
          return made;
        });
  }

  /** The function of this qualified name, as a value. */
  Value function(String name) {
    return known.computeIfAbsent(
        List.of(Type.Atom.FUNCTION, name),
        absent -> {
          Value made = names.fresh(Type.Atom.FUNCTION);
          Map<String, Object> attributes = Map.of("name", name);
          constants.add(
              new Node(Kinds.CONSTANT, "", List.of(), attributes, List.of(made), List.of(), null));
          return made;
        });
  }

  /** A branch of a {@code prim::If} with one result. */
  static Block side(List<Node> nodes, Value result) {
    return new Block(List.of(), nodes, List.of(result));
  }

  /** Adds a node with one result. */
  Value add(
      String op, List<Value> in, Map<String, Object> attributes, Type type, String hint, At at) {
    Value made = fresh(hint, type);
    node(op, in, attributes, List.of(made), List.of(), at);
    return made;
  }

  /** Adds a node with one result. */
  Value add(String op, List<Value> in, Type type, String hint, At at) {
    return add(op, in, Map.of(), type, hint, at);
  }

  /** Adds a {@code prim::RaiseException}. */
  void raise(Value message, Value exception, At at) {
    node(Kinds.RAISE, List.of(message, exception), Map.of(), List.of(), List.of(), at);
  }

  /** Adds a node with several results. */
  List<Value> addAll(String op, List<Value> in, List<Type> types, At at) {
    List<Value> made = types.stream().map(names::fresh).toList();
    node(op, in, Map.of(), made, List.of(), at);
    return made;
  }

  /** Adds a {@code prim::If}. */
  List<Value> branch(Value condition, Block then, Block otherwise, List<String> hints, At at) {
    List<Value> made = new ArrayList<>();
    for (int i = 0; i < hints.size(); i++) {
      Type a = then.outputs().get(i).type();
      Type b = otherwise.outputs().get(i).type();
      made.add(fresh(hints.get(i), joined(a, b)));
    }
    node(Kinds.IF, List.of(condition), Map.of(), made, List.of(then, otherwise), at);
    return made;
  }

  /** Adds a {@code prim::Loop}. */
  List<Value> loop(
      Value most, Value first, List<Value> initial, Block body, List<String> hints, At at) {
    List<Value> in = new ArrayList<>(List.of(most, first));
    in.addAll(initial);
    List<Value> made = new ArrayList<>();
    for (int i = 0; i < hints.size(); i++) {
      made.add(fresh(hints.get(i), body.inputs().get(i + 1).type()));
    }
    node(Kinds.LOOP, in, Map.of(), made, List.of(body), at);
    return made;
  }

  /** The type of what is of one or of the other type. */
  private static Type joined(Type a, Type b) {
    if (a.fits(b)) {
      return b;
    }
    return a == Type.NONE ? b.optional() : b == Type.NONE ? a.optional() : a;
  }

  private void node(
      String op,
      List<Value> in,
      Map<String, Object> attributes,
      List<Value> out,
      List<Block> blocks,
      At at) {
    int dot = op.indexOf('.');
    String kind = dot < 0 ? op : op.substring(0, dot);
    String overload = dot < 0 ? "" : op.substring(dot + 1);
    open.element().add(new Node(kind, overload, in, attributes, out, blocks, position(at)));
    if (at.line() != 0 && !out.isEmpty()) {
      places.put(out.get(0), at);
    }
  }

  private static @Nullable Position position(At at) {
    return at.line() == 0 ? null : new Position(at.file(), at.line(), at.column());
  }

  /** Where nodes come from, by the first value that each gives. */
  Map<Value, At> places() {
    return places;
  }

  /** The whole graph. */
  Graph graph(List<Value> outputs) {
    List<Node> nodes = new ArrayList<>(constants);
    nodes.addAll(close());
    return new Graph(inputs, nodes, outputs);
  }
}
