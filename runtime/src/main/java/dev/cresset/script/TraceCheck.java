package dev.cresset.script;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.NnModule;
import dev.cresset.tensor.eager.Elementwise;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what Java does with what its trace does, step by step. */
final class TraceCheck {
  private static final double TOLERANCE = 1e-5;

  private final Traced traced;
  private final Tracing tracing;
  private final TraceRuns.Run traceOf;
  private final List<List<Value>> tensors;

  TraceCheck(Traced traced, Tracing tracing, TraceRuns.Run traceOf, List<List<Value>> tensors) {
    this.traced = traced;
    this.tracing = tracing;
    this.traceOf = traceOf;
    this.tensors = tensors;
  }

  void check(List<IValue> inputs) {
    if (inputs.size() != traceOf.inputs().size()) {
      throw new IllegalArgumentException(
          "the trace takes %d values, but was given %d"
              .formatted(traceOf.inputs().size(), inputs.size()));
    }
    Map<Tensor, Tensor> state = state();
    Generator generator = Generator.global().copy();
    try {
      Tracing.Recorded java = tracing.run(inputs, true, true);
      restore(state, generator);
      compareSteps(java.run());
      List<Tensor> graph = run(inputs);
      compareTensors(java.run().steps(), java.recorder().copies(), graph);
      if (!java.run().result().equals(traceOf.result()) && holdsOrigin(traceOf.result())) {
        throw new TraceException("check: the result of the Java is not that of the same steps");
      }
    } finally {
      restore(state, generator);
    }
  }

  private static boolean holdsOrigin(Object tree) {
    return tree instanceof Origin
        || tree instanceof List<?> list && list.stream().anyMatch(TraceCheck::holdsOrigin);
  }

  private Map<Tensor, Tensor> state() {
    Map<Tensor, Tensor> state = new IdentityHashMap<>();
    for (NnModule module : traced.modules()) {
      for (Tensor tensor : new Instance(module, "").names.keySet()) {
        state.put(tensor, Tracing.copy(IValue.from(tensor)).toTensor());
      }
    }
    return state;
  }

  private static void restore(Map<Tensor, Tensor> state, Generator generator) {
    GradMode.off(
        () -> {
          state.forEach(
              (tensor, before) -> {
                if (!TraceRuns.equal(tensor, before)) {
                  tensor.copy_(before);
                }
              });
          return state;
        });
    Generator.global().setState(generator);
  }

  private void compareSteps(TraceRuns.Run java) {
    int common = Math.min(java.steps().size(), traceOf.steps().size());
    for (int i = 0; i < common; i++) {
      TraceStep now = java.steps().get(i);
      TraceStep then = traceOf.steps().get(i);
      if (!now.kind().equals(then.kind())) {
        throw new TraceException(
            "check: Java now does %s at %s, where the trace has %s of %s"
                .formatted(now.kind().text(), now.where(), then.kind().text(), then.where()));
      }
    }
    if (java.steps().size() != traceOf.steps().size()) {
      boolean longer = java.steps().size() > common;
      TraceStep next = (longer ? java : traceOf).steps().get(common);
      throw new TraceException(
          (longer
                  ? "check: Java goes on with %s at %s, where the trace has ended"
                  : "check: Java has ended, where the trace goes on with %s of %s")
              .formatted(next.kind().text(), next.where()));
    }
  }

  /** What each step gives in the graph, at the moment that it does. */
  private List<Tensor> run(List<IValue> inputs) {
    GraphModule probe = new GraphModule("Probe", Map.of("forward", probe(traced.own("forward"))));
    tracing.fill(probe);
    IValue all;
    try {
      all = probe.invoke("forward", inputs.stream().map(Tracing::copy).toList());
    } catch (ScriptException guard) {
      throw new TraceException("check: the trace refuses these inputs: " + guard.getMessage());
    }
    return all.toTensorList();
  }

  private Graph probe(Graph graph) {
    GraphBuilder builder = new GraphBuilder(Names.of(graph.block()));
    Map<Value, Value> copies = new HashMap<>();
    Value none = builder.constant(None.NONE);
    List<Value> wanted = tensors.stream().flatMap(List::stream).toList();
    for (Node node : graph.nodes()) {
      builder.add(node);
      for (Value value : node.outputs()) {
        if (wanted.contains(value)) {
          copies.put(value, builder.node("aten::clone").inputs(value, none).output(Type.TENSOR));
        }
      }
    }
    List<Value> results =
        wanted.stream().map(value -> Objects.requireNonNull(copies.get(value))).toList();
    Value list = builder.node(Kinds.LIST_CONSTRUCT).inputs(results).output(Type.TENSOR.list());
    return new Graph(graph.inputs(), builder.block(List.of(list)).nodes(), List.of(list));
  }

  private void compareTensors(List<TraceStep> steps, List<List<Tensor>> java, List<Tensor> graph) {
    int at = 0;
    for (int i = 0; i < steps.size(); i++) {
      for (Tensor expected : java.get(i)) {
        Tensor found = graph.get(at++);
        String difference = difference(expected, found);
        if (difference != null) {
          throw new TraceException(
              "check: %s at %s differs: %s"
                  .formatted(steps.get(i).kind().text(), steps.get(i).where(), difference));
        }
      }
    }
  }

  private static @Nullable String difference(Tensor java, Tensor graph) {
    if (!Arrays.equals(java.sizes(), graph.sizes()) || java.dtype() != graph.dtype()) {
      return "Java has %s%s, the trace %s%s"
          .formatted(
              java.dtype(),
              Arrays.toString(java.sizes()),
              graph.dtype(),
              Arrays.toString(graph.sizes()));
    } else if (Elementwise.allclose(graph, java, TOLERANCE, TOLERANCE, true)) {
      return null;
    }
    return "Java has %s, the trace %s".formatted(shown(java), shown(graph));
  }

  private static String shown(Tensor tensor) {
    return tensor.numel() <= 12 ? tensor.toString() : "others of " + tensor.numel() + " elements";
  }
}
