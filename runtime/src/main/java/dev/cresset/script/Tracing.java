package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Value;
import dev.cresset.nn.Modes;
import dev.cresset.nn.NnModule;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One function being traced: its runs, and the graph that they give. */
final class Tracing {
  private final @Nullable NnModule root;
  private final Function<List<IValue>, IValue> function;
  private final List<List<IValue>> inputs = new ArrayList<>();
  private final boolean asWritten;
  private final boolean guarded;
  private final TraceModules modules;
  private final Map<NnModule, String> paths;

  Tracing(
      @Nullable NnModule root,
      Function<List<IValue>, IValue> function,
      List<IValue> inputs,
      List<TraceOption> options) {
    this.root = root;
    this.function = function;
    this.inputs.add(inputs);
    for (TraceOption option : options) {
      if (option instanceof TraceOption.Again again) {
        checkLike(inputs, again.inputs());
        this.inputs.add(again.inputs());
      }
    }
    asWritten = options.stream().anyMatch(TraceOption.AsWritten.class::isInstance);
    guarded = options.stream().anyMatch(TraceOption.Guarded.class::isInstance);
    modules = new TraceModules(root);
    paths = modules.paths();
  }

  private static void checkLike(List<IValue> inputs, List<IValue> others) {
    if (inputs.size() != others.size()) {
      throw new IllegalArgumentException(
          "the first run has %d inputs, and another %d".formatted(inputs.size(), others.size()));
    }
  }

  /** A run, with whoever recorded it. */
  record Recorded(TraceRuns.Run run, TraceRecorder recorder) {}

  Traced traced() {
    List<TraceRuns.Run> runs = new ArrayList<>();
    for (List<IValue> each : inputs) {
      Recorded recorded = run(each, guarded, false);
      recorded.recorder().modules().forEach(modules::called);
      runs.add(recorded.run());
    }
    TraceWriter writer = new TraceWriter(new TraceRuns(runs), modules);
    NnModule module = root;
    String name = module == null ? "Traced" : module.getClass().getSimpleName();
    String type = module == null ? "__torch__." + name : Instance.typeOf(module).toString();
    Graph graph = writer.write(type, names());
    Traced traced = new Traced(name, graph, this, runs.get(0), writer.tensors());
    fill(traced);
    if (module != null) {
      traced.train(module.isTraining());
    }
    return traced;
  }

  /** Gives a module of the trace's graph all that it holds. */
  void fill(GraphModule module) {
    modules.fill(module);
  }

  /** What the inputs of a scripted module are called. */
  private List<String> names() {
    NnModule module = root;
    if (module == null) {
      return List.of();
    }
    Graph graph = new Instance(module, "the module").method("forward");
    return graph == null ? List.of() : graph.inputs().stream().skip(1).map(Value::name).toList();
  }

  /** Runs it on copies of these. */
  Recorded run(List<IValue> given, boolean mayLook, boolean copying) {
    List<IValue> copies = given.stream().map(Tracing::copy).toList();
    TraceRecorder recorder = new TraceRecorder(root, paths, asWritten, mayLook, copying);
    for (int i = 0; i < copies.size(); i++) {
      recorder.trees().input(copies.get(i), List.of(i));
    }
    IValue result;
    Modes.Scope eager = Modes.eager();
    try {
      result = Recording.by(recorder, () -> function.apply(copies));
    } finally {
      eager.close();
    }
    Object tree = recorder.trees().tree(Values.of(result));
    return new Recorded(new TraceRuns.Run(given, recorder.steps(), tree), recorder);
  }

  /** The value with memory of its own. */
  static IValue copy(IValue value) {
    if (value.isTensor()) {
      var tensor = value.toTensor();
      return IValue.from(Memory.copy(tensor, tensor.dtype(), tensor.device()));
    } else if (value.isList()) {
      return IValue.list(value.toList().stream().map(Tracing::copy).toList());
    } else if (value.isTuple()) {
      return IValue.tupleFrom(value.toTuple().stream().map(Tracing::copy).toArray(IValue[]::new));
    }
    return value;
  }
}
