package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.GraphDoor;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A module that is a graph: frozen, traced, loaded or imported. As {@code torch.jit.ScriptModule}.
 * It runs in an {@link Executor}, in any number of threads at a time if its graphs write to no
 * attribute.
 */
public class GraphModule extends NnModule {
  private static final String FORWARD = "forward";

  /** What the module holds under one name. */
  sealed interface Attribute {
    /** What graphs read. */
    Object value();

    /** A parameter. */
    record Parameter(Tensor value) implements Attribute {}

    /** A buffer. */
    record Buffer(Tensor value, boolean persistent) implements Attribute {}

    /** A module in it. */
    record Child(NnModule value) implements Attribute {}

    /** Anything else. */
    record Plain(Object value) implements Attribute {}
  }

  private final String typeName;
  private final Map<String, Graph> methods;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final Map<String, Executor> executors = new ConcurrentHashMap<>();

  /**
   * A module of these graphs. A graph whose first input is an object gets the module itself there.
   *
   * @param typeName the name that it prints under
   * @param methods its graphs by the names of methods
   */
  public GraphModule(String typeName, Map<String, Graph> methods) {
    this.typeName = typeName;
    this.methods = Map.copyOf(methods);
  }

  /** A module of one graph, its {@code forward}. */
  public static GraphModule of(Graph forward) {
    return new GraphModule("GraphModule", Map.of(FORWARD, forward));
  }

  /** Gives it a parameter. As {@code register_parameter}. */
  public GraphModule withParameter(String name, Tensor parameter) {
    parameter.autograd().declare();
    attributes.put(name, new Attribute.Parameter(parameter));
    return this;
  }

  /** Gives it a buffer, which is part of its state. As {@code register_buffer}. */
  public GraphModule withBuffer(String name, Tensor buffer) {
    attributes.put(name, new Attribute.Buffer(buffer, true));
    return this;
  }

  /** Gives it a module. As {@code register_module}. */
  public GraphModule withChild(String name, NnModule child) {
    attributes.put(name, new Attribute.Child(child));
    return this;
  }

  /** Gives it a value that its graphs read. */
  public GraphModule withAttribute(String name, IValue value) {
    attributes.put(name, new Attribute.Plain(Values.of(value)));
    return this;
  }

  void hold(String name, Attribute held) {
    attributes.put(name, held);
  }

  @Nullable Object attribute(String name) {
    Attribute held = attributes.get(name);
    return held == null ? null : held.value();
  }

  void setAttribute(String name, Object value) {
    Attribute held = attributes.get(name);
    if (value instanceof Tensor tensor && held instanceof Attribute.Buffer buffer) {
      attributes.put(name, new Attribute.Buffer(tensor, buffer.persistent()));
    } else if (held instanceof Attribute.Parameter || held instanceof Attribute.Child) {
      throw new UnsupportedOperationException(
          "'%s' is a parameter or a module, which is never exchanged".formatted(name));
    } else {
      attributes.put(name, new Attribute.Plain(value));
    }
  }

  /** The graph of a method. */
  Graph own(String method) {
    Graph graph = methods.get(method);
    if (graph == null) {
      throw new IllegalArgumentException(
          "%s has no method '%s', only %s".formatted(typeName, method, methods.keySet()));
    }
    return graph;
  }

  /** The graph of a method with those of the modules that it calls in their place. */
  Graph inlined(String method) {
    Graph graph = own(method);
    return graph.allNodes().stream().anyMatch(node -> node.is(Kinds.CALL_METHOD))
        ? Linker.link(this, method)
        : graph;
  }

  /** The names of its methods. */
  public List<String> methods() {
    return methods.keySet().stream().sorted().toList();
  }

  /** Runs {@code forward} on tensors, for a module that gives one. */
  public Tensor call(Tensor... inputs) {
    List<IValue> values = new ArrayList<>();
    for (Tensor input : inputs) {
      values.add(IValue.from(input));
    }
    return invoke(values).toTensor();
  }

  /** Runs a method. */
  public IValue invoke(String method, List<IValue> inputs) {
    Graph graph = own(method);
    Executor executor = executors.computeIfAbsent(method, name -> Executor.of(inlined(name)));
    List<IValue> results = takesSelf(graph) ? executor.run(this, inputs) : executor.run(inputs);
    return results.size() == 1 ? results.get(0) : IValue.tupleFrom(results.toArray(new IValue[0]));
  }

  static boolean takesSelf(Graph graph) {
    return !graph.inputs().isEmpty() && graph.inputs().get(0).type() instanceof Type.ClassOf;
  }

  @Override
  protected IValue invokeForward(List<IValue> inputs) {
    return invoke(FORWARD, inputs);
  }

  @Override
  protected void visit(Visitor v) {
    attributes.forEach(
        (name, held) -> {
          if (held instanceof Attribute.Parameter parameter) {
            v.parameter(name, parameter.value());
          } else if (held instanceof Attribute.Buffer buffer) {
            v.buffer(name, buffer.value(), buffer.persistent());
          } else if (held instanceof Attribute.Child child) {
            v.child(name, child.value());
          } else {
            v.constant(name, held.value());
          }
        });
  }

  /** The graphs as text, each after a line {@code method name}. */
  @Override
  protected @Nullable String scriptedGraphs() {
    StringBuilder text = new StringBuilder();
    methods().forEach(name -> text.append("method ").append(name).append('\n').append(own(name)));
    return text.toString();
  }

  @Override
  protected GraphDoor graphDoor() {
    return ModuleGraphs.DOOR;
  }

  @Override
  protected String typeName() {
    return typeName;
  }
}
