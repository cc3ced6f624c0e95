package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Copy;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.InferShapes;
import dev.cresset.ir.pass.Pipeline;
import dev.cresset.ir.render.PythonCode;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.GraphDoor;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graphs of modules and of scripted functions, for those who look at them. */
public final class ModuleGraphs implements GraphDoor {
  /** The one door; generated superclasses hold it open. */
  public static final GraphDoor DOOR = new ModuleGraphs();

  private ModuleGraphs() {}

  /**
   * One of the graphs of a class.
   *
   * @param text all of them, as {@code X_Graph.ir()} gives them
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Graph find(String text, String method) {
    Graph graph = Instance.parse(text).get(method);
    if (graph == null) {
      throw new IllegalArgumentException(
          "there is no graph of '%s', only of %s".formatted(method, Instance.parse(text).keySet()));
    }
    return graph;
  }

  /** A scripted function, or method of a class, as TorchScript's Python. */
  public static String code(String text, String method) {
    return PythonCode.print(method, find(text, method)).text();
  }

  @Override
  public Graph graph(NnModule module, String method) {
    return module instanceof GraphModule own ? own.own(method) : Linker.graph(module, method);
  }

  @Override
  public Graph inlinedGraph(NnModule module, String method) {
    return module instanceof GraphModule own ? own.inlined(method) : Linker.link(module, method);
  }

  @Override
  public Graph graphFor(NnModule module, String method, List<IValue> inputs) {
    Graph graph = Pipeline.SIMPLE.apply(inlinedGraph(module, method));
    graph = held(graph, module);
    return Pipeline.STANDARD.then(InferShapes.PASS, "to show sizes").apply(known(graph, inputs));
  }

  /** The graph with what is known of its inputs in their types. */
  private static Graph known(Graph graph, List<IValue> inputs) {
    int self = GraphModule.takesSelf(graph) ? 1 : 0;
    if (inputs.size() + self > graph.inputs().size()) {
      throw new IllegalArgumentException(
          "the graph takes %d values, but was given %d"
              .formatted(graph.inputs().size() - self, inputs.size()));
    }
    GraphBuilder builder = new GraphBuilder();
    Copy copy = new Copy(builder.names());
    for (int i = 0; i < graph.inputs().size(); i++) {
      Value input = graph.inputs().get(i);
      IValue given = i >= self && i - self < inputs.size() ? inputs.get(i - self) : IValue.none();
      Type type = given.isTensor() ? typeOf(given.toTensor()) : input.type();
      copy.replace(input, builder.input(input.name(), type));
    }
    List<Value> arguments = new ArrayList<>(copy.of(graph.inputs()));
    return builder.graph(builder.inline(graph, arguments));
  }

  /** The graph with what is known of the module's tensors in their types. */
  private static Graph held(Graph graph, NnModule module) {
    if (!GraphModule.takesSelf(graph)) {
      return graph;
    }
    Attributes attributes = new Attributes();
    Names names = new Names();
    Copy copy = new Copy(names);
    List<Value> inputs = graph.inputs().stream().map(names::like).toList();
    for (int i = 0; i < inputs.size(); i++) {
      copy.replace(graph.inputs().get(i), inputs.get(i));
    }
    Map<Value, Object> objects = new HashMap<>(Map.of(inputs.get(0), module));
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      Object owner = node.is(Kinds.GET_ATTR) ? objects.get(copy.of(node.input(0))) : null;
      Object value = owner == null ? None.NONE : attributes.get(owner, node.text("name"));
      if (value instanceof Tensor tensor) {
        Value output = names.like(node.output().withType(typeOf(tensor)));
        nodes.add(node.withInputs(copy.of(node.inputs())).withOutputs(List.of(output)));
        copy.replace(node.output(), output);
      } else {
        nodes.add(copy.of(node));
        if (owner != null) {
          objects.put(copy.of(node.output()), value);
        }
      }
    }
    return new Graph(inputs, nodes, copy.of(graph.outputs()));
  }

  private static Type typeOf(Tensor tensor) {
    return new Type.Tensor(
        tensor.dtype(),
        Arrays.stream(tensor.sizes()).boxed().toList(),
        Arrays.stream(tensor.strides()).boxed().toList(),
        tensor.requiresGrad(),
        tensor.device().toString());
  }

  @Override
  public String code(NnModule module, String method) {
    return PythonCode.print(method, graph(module, method)).text();
  }
}
