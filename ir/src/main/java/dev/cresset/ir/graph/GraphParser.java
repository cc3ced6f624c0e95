package dev.cresset.ir.graph;

import dev.cresset.ir.type.Cursor;
import dev.cresset.ir.type.Literals;
import dev.cresset.ir.type.SyntaxException;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the text of a graph. */
public final class GraphParser {
  private static final String DOTTED = ".";

  private final Cursor in;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Graph> bodies;

  private GraphParser(Cursor in, Map<String, Graph> bodies) {
    this.in = in;
    this.bodies = bodies;
  }

  /**
   * Reads a graph as TorchScript prints it; indentation is free.
   *
   * @throws SyntaxException if the text is none, naming line and column
   */
  public static Graph parse(String text) {
    Cursor in = new Cursor(text);
    Graph graph = graph(in);
    in.expectEnd();
    return graph;
  }

  /** Reads a graph twice if it has groups, whose bodies stand after it. */
  private static Graph graph(Cursor in) {
    int start = in.mark();
    Block block = new GraphParser(in, Map.of()).block();
    if (!in.sees("with ")) {
      return checked(in, block);
    }
    int groups = groupsOf(block);
    Map<String, Graph> bodies = new HashMap<>();
    while (bodies.size() < groups && in.accepts("with ")) {
      String name = in.word(":");
      in.expect("=");
      bodies.put(name, graph(in));
    }
    int end = in.mark();
    in.back(start);
    block = new GraphParser(in, bodies).block();
    in.back(end);
    return checked(in, block);
  }

  private static int groupsOf(Block block) {
    int[] count = {0};
    block.forEachNode(node -> count[0] += node.kind().matches(".*_\\d+") ? 1 : 0);
    return count[0];
  }

  private static Graph checked(Cursor in, Block block) {
    try {
      return new Graph(block);
    } catch (IllegalArgumentException unscoped) {
      throw in.error("the graph that ends here is not well formed: " + unscoped.getMessage());
    }
  }

  private Block block() {
    in.expect("graph(");
    List<Value> inputs = typed(")");
    in.expect(")");
    in.expect(":");
    List<Node> nodes = new ArrayList<>();
    while (!in.accepts("return")) {
      nodes.add(node());
    }
    in.expect("(");
    return new Block(inputs, nodes, used());
  }

  /** Reads {@code %x : T, %y : U} up to {@code end}, which it leaves. */
  private List<Value> typed(String end) {
    List<Value> made = new ArrayList<>();
    while (!in.sees(end)) {
      if (!made.isEmpty()) {
        in.expect(",");
      }
      in.expect("%");
      String name = in.word(DOTTED);
      in.expect(":");
      in.skipSpace();
      Value value = new Value(name, Type.parse(in));
      values.put(name, value);
      made.add(value);
    }
    return made;
  }

  /** Reads {@code %x, %y)}. */
  private List<Value> used() {
    List<Value> used = new ArrayList<>();
    while (!in.accepts(")")) {
      if (!used.isEmpty()) {
        in.expect(",");
      }
      in.expect("%");
      String name = in.word(DOTTED);
      Value value = values.get(name);
      if (value == null) {
        throw in.error("%" + name + " is not made before its use");
      }
      used.add(value);
    }
    return used;
  }

  private Node node() {
    // The outputs come into reach after the blocks, which scoping checks once the graph is read.
    List<Value> outputs = typed("=");
    in.expect("=");
    String kind = in.word(":");
    Map<String, Object> attributes = new LinkedHashMap<>();
    Graph body = bodies.get(kind);
    if (body != null) {
      kind = kind.substring(0, kind.lastIndexOf('_'));
    }
    if (in.accepts("[")) {
      attributes(attributes, outputs);
    }
    if (body != null) {
      attributes.put(Kinds.SUBGRAPH, body);
    }
    in.expect("(");
    List<Value> inputs = used();
    Position position = position();
    List<Block> blocks = new ArrayList<>();
    while (in.accepts("block" + blocks.size() + "(")) {
      blocks.add(inner());
    }
    return new Node(kind, "", inputs, attributes, outputs, blocks, position);
  }

  private Block inner() {
    List<Value> inputs = typed(")");
    in.expect(")");
    in.expect(":");
    List<Node> nodes = new ArrayList<>();
    while (!in.accepts("->")) {
      nodes.add(node());
    }
    in.expect("(");
    return new Block(inputs, nodes, used());
  }

  private @Nullable Position position() {
    if (in.accepts(", scope: ")) {
      in.word("./[]:"); // of a traced node; the position says the same
    }
    if (!in.accepts("#")) {
      return null;
    }
    int mark = in.mark();
    String place = in.restOfLine().strip();
    int column = place.lastIndexOf(':');
    int line = column < 0 ? -1 : place.lastIndexOf(':', column - 1);
    try {
      return new Position(
          place.substring(0, line),
          Integer.parseInt(place.substring(line + 1, column)),
          Integer.parseInt(place.substring(column + 1)));
    } catch (NumberFormatException | StringIndexOutOfBoundsException notOne) {
      in.back(mark);
      throw in.error("expected file:line:column");
    }
  }

  private void attributes(Map<String, Object> attributes, List<Value> outputs) {
    while (!in.accepts("]")) {
      if (!attributes.isEmpty()) {
        in.expect(",");
      }
      String name = in.word("");
      in.expect("=");
      Type type = name.equals("value") && outputs.size() == 1 ? outputs.get(0).type() : null;
      attributes.put(name, type == null ? literal() : constant(type));
    }
  }

  /**
   * The value of a constant, whose type tells truth from numbers and a tensor's print from both.
   */
  private Object constant(Type type) {
    return type.isTensor()
        ? new TensorConstant.Printed(in.balanced('[', ']'))
        : typedAs(type, literal());
  }

  private Object typedAs(Type type, Object value) {
    if (type instanceof Type.OptionalOf option) {
      return typedAs(option.element(), value);
    }
    if (type == Type.BOOL && value instanceof Long number) {
      return number != 0;
    }
    if (type == Type.FLOAT && value instanceof Long number) {
      return number.doubleValue();
    }
    if (type instanceof Type.ListOf list && value instanceof List<?> items) {
      return items.stream().map(item -> typedAs(list.element(), item)).toList();
    }
    if (type instanceof Type.Tuple tuple && value instanceof TupleConstant items) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < items.elements().size(); i++) {
        elements.add(typedAs(tuple.elements().get(i), items.elements().get(i)));
      }
      return new TupleConstant(elements);
    }
    return value;
  }

  private Object literal() {
    if (in.accepts("[")) {
      return items("]");
    }
    if (in.accepts("(")) {
      return new TupleConstant(items(")"));
    }
    char c = in.skipSpace().next();
    if (c == '"') {
      return Literals.string(in);
    }
    return Character.isDigit(c) || c == '-' || in.sees("inf") || in.sees("nan")
        ? Literals.number(in)
        : Type.parse(in);
  }

  private List<Object> items(String end) {
    List<Object> items = new ArrayList<>();
    while (!in.accepts(end)) {
      if (!items.isEmpty()) {
        in.expect(",");
      }
      items.add(literal());
    }
    return List.copyOf(items);
  }
}
