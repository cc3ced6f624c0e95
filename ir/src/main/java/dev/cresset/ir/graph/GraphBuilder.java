package dev.cresset.ir.graph;

import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a graph from its beginning to its end. An inner block is written by a builder of its own,
 * {@link #inner}, that shares the names.
 */
public final class GraphBuilder {
  private final Names names;
  private final List<Value> inputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private @Nullable Position position;

  /** An empty graph. */
  public GraphBuilder() {
    this(new Names());
  }

  /** Writes nodes for a graph that has these names already. */
  public GraphBuilder(Names names) {
    this.names = names;
  }

  /** A builder for a block of a node that is yet to be added. */
  public GraphBuilder inner() {
    GraphBuilder inner = new GraphBuilder(names);
    inner.position = position;
    return inner;
  }

  /** An input, named {@code name} if that is free. */
  public Value input(String name, Type type) {
    Value value = names.fresh(name, type);
    inputs.add(value);
    return value;
  }

  /** An input without a name of its own. */
  public Value input(Type type) {
    Value value = names.fresh(type);
    inputs.add(value);
    return value;
  }

  /** Where the nodes added from now on come from. */
  public GraphBuilder at(@Nullable Position place) {
    position = place;
    return this;
  }

  /** Begins a node; it stands in the graph once its outputs are asked for. */
  public NodeBuilder node(String kind) {
    return new NodeBuilder(kind);
  }

  /** Adds a node of one unnamed output. */
  public Value call(String kind, Type type, Value... in) {
    return node(kind).inputs(List.of(in)).output(type);
  }

  /** Adds a constant: Long, Double, Boolean, String, {@link None}. */
  public Value constant(Object value) {
    return constant(value, typeOf(value));
  }

  /** Adds a constant of this type, such as a list of ints. */
  public Value constant(Object value, Type type) {
    NodeBuilder node = node(Kinds.CONSTANT);
    return (value == None.NONE ? node : node.attribute("value", value)).output(type);
  }

  private static Type typeOf(Object value) {
    if (value instanceof Long) {
      return Type.INT;
    } else if (value instanceof Double) {
      return Type.FLOAT;
    } else if (value instanceof Boolean) {
      return Type.BOOL;
    } else if (value instanceof String) {
      return Type.STR;
    } else if (value == None.NONE) {
      return Type.NONE;
    }
    throw new IllegalArgumentException(
        value.getClass().getSimpleName() + " " + value + " needs its type beside it as a constant");
  }

  /** Adds a node that is written already; its outputs must have come from these names. */
  public void add(Node node) {
    nodes.add(node);
  }

  /** Adds a copy of all nodes of {@code graph} on these arguments, and gives its outputs. */
  public List<Value> inline(Graph graph, List<Value> arguments) {
    if (arguments.size() != graph.inputs().size()) {
      throw new IllegalArgumentException(
          "a graph of %d inputs got %d arguments"
              .formatted(graph.inputs().size(), arguments.size()));
    }
    Copy copy = new Copy(names);
    for (int i = 0; i < arguments.size(); i++) {
      copy.replace(graph.inputs().get(i), arguments.get(i));
    }
    graph.nodes().forEach(node -> nodes.add(copy.of(node)));
    return copy.of(graph.outputs());
  }

  /** The names of the graph that is written. */
  public Names names() {
    return names;
  }

  /** What was written so far, as a block that gives {@code outputs}. */
  public Block block(List<Value> outputs) {
    return new Block(inputs, nodes, outputs);
  }

  /** What was written so far, as a graph that gives {@code outputs}. */
  public Graph graph(List<Value> outputs) {
    return new Graph(block(outputs));
  }

  /** What was written so far, as a graph that gives {@code outputs}. */
  public Graph graph(Value... outputs) {
    return graph(List.of(outputs));
  }

  /** A node that is being written. */
  public final class NodeBuilder {
    private final String kind;
    private String overload = "";
    private List<Value> in = List.of();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable String name;

    private NodeBuilder(String kind) {
      this.kind = kind;
    }

    /** Which op of this name it is. */
    public NodeBuilder overload(String which) {
      overload = which;
      return this;
    }

    /** What it takes. */
    public NodeBuilder inputs(List<Value> values) {
      in = values;
      return this;
    }

    /** What it takes. */
    public NodeBuilder inputs(Value... values) {
      return inputs(List.of(values));
    }

    /** An attribute, after those set before. */
    public NodeBuilder attribute(String key, Object value) {
      attributes.put(key, value);
      return this;
    }

    /** A block, after those added before. */
    public NodeBuilder block(Block block) {
      blocks.add(block);
      return this;
    }

    /** The user's name for its first output. */
    public NodeBuilder named(String outputName) {
      name = outputName;
      return this;
    }

    /** Adds the node; it gives one value. */
    public Value output(Type type) {
      return outputs(List.of(type)).get(0);
    }

    /** Adds the node; it gives a value for each type. */
    public List<Value> outputs(List<Type> types) {
      List<Value> made = new ArrayList<>();
      for (Type type : types) {
        made.add(name != null && made.isEmpty() ? names.fresh(name, type) : names.fresh(type));
      }
      nodes.add(new Node(kind, overload, in, attributes, made, blocks, position));
      return made;
    }
  }
}
