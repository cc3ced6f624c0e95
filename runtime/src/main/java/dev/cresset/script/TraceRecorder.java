package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.render.JavaNames;
import dev.cresset.ir.type.None;
import dev.cresset.nn.ModuleRecorder;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.UserLine;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.Recording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what Java does in one run: steps, each with where its tensors come from. */
final class TraceRecorder implements ModuleRecorder {
  /** What Java may ask of a tensor besides its values. */
  static final Set<String> FACTS =
      Set.of(
          "aten::size",
          "aten::size.int",
          "aten::stride",
          "aten::stride.int",
          "aten::dim",
          "aten::numel",
          "prim::dtype",
          "aten::is_contiguous");

  private final @Nullable NnModule root;
  private final Map<NnModule, String> paths;
  private final boolean asWritten;
  private final boolean guarded;
  private final boolean gradients = GradMode.enabled();
  private final List<TraceStep> steps = new ArrayList<>();

  /** For each step copies of its tensors, where they are asked for. */
  private final @Nullable List<List<Tensor>> copies;

  private final TraceTrees trees = new TraceTrees(() -> TraceStep.where(place()));
  private final Set<NnModule> modules = new LinkedHashSet<>();

  /** The modules that run and are recorded step by step, the innermost first, but the traced. */
  private final Deque<Scope> scopes = new ArrayDeque<>();

  private final Set<String> generated = new HashSet<>();
  private int made;

  /** A module that runs: its path from the traced one, and its call. */
  private record Scope(String path, Position.Call call) {}

  /**
   * Records a run.
   *
   * @param root the module that is traced, or null
   * @param paths of the modules in it
   * @param asWritten whether modules with graphs are recorded step by step, too
   * @param guarded whether Java may look at values
   * @param copying whether the tensors of each step are copied
   */
  TraceRecorder(
      @Nullable NnModule root,
      Map<NnModule, String> paths,
      boolean asWritten,
      boolean guarded,
      boolean copying) {
    this.root = root;
    this.guarded = guarded;
    this.paths = paths;
    this.asWritten = asWritten;
    this.copies = copying ? new ArrayList<>() : null;
  }

  /** The tensors and values of the run. */
  TraceTrees trees() {
    return trees;
  }

  /** The steps so far. */
  List<TraceStep> steps() {
    return steps;
  }

  /** The modules that were called, in order. */
  Set<NnModule> modules() {
    return modules;
  }

  /** For each step copies of the tensors that it gave. */
  List<List<Tensor>> copies() {
    if (copies == null) {
      throw new IllegalStateException("this run copies nothing");
    }
    return copies;
  }

  // ---- what Java does

  @Override
  public <R> R op(String name, Supplier<R> run, @Nullable Object... arguments) {
    List<Object> in = new ArrayList<>();
    for (Object argument : arguments) {
      in.add(trees.tree(argument));
    }
    R result = hidden(run);
    if (!guarded && isLook(name, result)) {
      throw looked(question(name) + "()");
    }
    step(new TraceStep.Applied(name), in, result);
    return result;
  }

  @Override
  public void act(String name, Runnable run, @Nullable Object... arguments) {
    op(
        name,
        () -> {
          run.run();
          return None.NONE;
        },
        arguments);
  }

  @Override
  public <R> R elements(String what, Supplier<R> run, Tensor tensor) {
    if (!guarded) {
      throw looked(what);
    }
    Origin origin = trees.origin(tensor);
    R result = hidden(run);
    Tensor copy = hidden(() -> Memory.copy(tensor, tensor.dtype(), tensor.device()));
    add(new TraceStep.Read(what), List.of(origin), new Origin.Made(-1, copy));
    return result;
  }

  /** Whether a value of a tensor has become one of Java's. */
  private static boolean isLook(String name, @Nullable Object result) {
    return !FACTS.contains(name)
        && (result instanceof Number || result instanceof Boolean || result instanceof String);
  }

  /** What Java calls an op that asks something of a tensor: {@code toBool}, {@code size}. */
  static String question(String op) {
    return switch (op) {
      case "aten::Float.Tensor" -> "item";
      case "aten::Int.Tensor" -> "toLong";
      case "aten::Bool.Tensor" -> "toBool";
      case "aten::allclose" -> "allClose";
      default -> JavaNames.camel(op.replaceFirst("^.*::", "").replaceFirst("\\..*$", ""));
    };
  }

  private TraceException looked(String what) {
    return new TraceException(
        ("%s: Java looks at a tensor's value with %s, and may go another way for other inputs,"
                + " which a trace does not see; compile the method with @Script, or keep a guard by"
                + " Trace.guarded()")
            .formatted(TraceStep.where(place()), what));
  }

  @Override
  public boolean asked() {
    return UserLine.isCaller(generated);
  }

  @Override
  public void memory(Tensor tensor) {
    if (asked()) {
      refuse("takes the memory of a tensor by strided()");
    }
  }

  @Override
  public void made(Tensor tensor) {
    Tensor copy = hidden(() -> Memory.copy(tensor, tensor.dtype(), tensor.device()));
    Origin origin = new Origin.Made(made++, copy);
    trees.know(tensor, origin);
    add(new TraceStep.Made(), List.of(origin), origin);
  }

  @Override
  public void shows(Tensor shown, Tensor other) {
    trees.know(shown, trees.origin(other));
  }

  @Override
  public void refuse(String what) {
    throw new TraceException(
        "%s: Java %s while it is traced, which no graph can hold"
            .formatted(TraceStep.where(place()), what));
  }

  @Override
  public IValue call(
      NnModule module, List<IValue> inputs, boolean hooked, Function<List<IValue>, IValue> run) {
    modules.add(module);
    generated.add(module.getClass().getSuperclass().getName());
    TraceStep.Kind called = hooked || asWritten || module == root ? null : linked(module);
    if (called == null) {
      return within(module, () -> run.apply(inputs));
    }
    List<Object> in = new ArrayList<>();
    inputs.forEach(input -> in.add(trees.tree(Values.of(input))));
    IValue result = hidden(() -> run.apply(inputs));
    step(called, in, Values.of(result));
    return result;
  }

  /** A scripted function is called. */
  Tensor function(String name, Graph graph, @Nullable Object... arguments) {
    List<Object> in = new ArrayList<>();
    for (Object argument : arguments) {
      in.add(trees.tree(argument));
    }
    Tensor result = hidden(() -> ScriptedCall.run(graph, arguments));
    step(new TraceStep.Function(name, graph), in, result);
    return result;
  }

  /** Runs a module that is recorded step by step. */
  private IValue within(NnModule module, Supplier<IValue> run) {
    Position at = TraceStep.position(place());
    if (module == root || at == null) {
      return run.get();
    }
    String type = module.getClass().getSimpleName();
    String path = paths.getOrDefault(module, type);
    Scope outer = scopes.peek();
    boolean inside = outer != null && path.startsWith(outer.path() + ".");
    String relative = inside ? path.substring(outer.path().length() + 1) : path;
    Position here = outer == null ? at : at.calledBy(outer.call());
    scopes.push(new Scope(path, new Position.Call(relative, type, here)));
    try {
      return run.get();
    } finally {
      scopes.pop();
    }
  }

  private TraceStep.@Nullable Kind linked(NnModule module) {
    return hidden(
        () -> {
          try {
            Graph graph = Linker.link(module);
            return GraphModule.takesSelf(graph)
                ? new TraceStep.Called(module, graph)
                : new TraceStep.Function(module.getClass().getSimpleName(), graph);
          } catch (LinkException none) { // a part of it has no graph: it is recorded as written
            return null;
          }
        });
  }

  private static <R> R hidden(Supplier<R> run) {
    return Recording.by(null, run);
  }

  // ---- writing it down

  private void step(TraceStep.Kind kind, List<Object> in, Object result) {
    List<Tensor> tensors = new ArrayList<>();
    Object tree = trees.result(steps.size(), result, List.of(), tensors);
    boolean off = gradients && !GradMode.enabled() && !tensors.isEmpty();
    boolean required = tensors.stream().anyMatch(Tensor::requiresGrad);
    if (off && required && writes(kind)) {
      throw new TraceException(
          ("%s: Java writes to a tensor that requires a gradient while gradients are switched off,"
                  + " which no graph can hold")
              .formatted(TraceStep.where(place())));
    }
    boolean detached = off && !required;
    add(kind, in, tree);
    if (detached) {
      int last = steps.size() - 1;
      TraceStep step = steps.get(last);
      steps.set(
          last,
          new TraceStep(step.kind(), step.arguments(), tree, true, step.place(), step.scope()));
    }
    if (copies != null) {
      copies.set(
          copies.size() - 1, hidden(() -> tensors.stream().map(TraceRecorder::copy).toList()));
    }
  }

  private static boolean writes(TraceStep.Kind kind) {
    return kind instanceof TraceStep.Applied applied && OpTable.get(applied.op()).schema().writes();
  }

  private static Tensor copy(Tensor tensor) {
    return Memory.copy(tensor, tensor.dtype(), tensor.device());
  }

  private void add(TraceStep.Kind kind, List<Object> in, Object result) {
    Scope scope = scopes.peek();
    steps.add(new TraceStep(kind, in, result, false, place(), scope == null ? null : scope.call()));
    if (copies != null) {
      copies.add(List.of());
    }
  }

  private @Nullable StackTraceElement place() {
    return UserLine.here(generated);
  }
}
