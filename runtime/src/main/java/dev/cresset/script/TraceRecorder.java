package dev.cresset.script;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.backend.Device;
import dev.cresset.backend.Storage;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.render.JavaNames;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.nn.ModuleRecorder;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.UserLine;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.Recording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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

  private final Map<Tensor, Origin> known = new IdentityHashMap<>();
  private final Set<Storage> memory = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<NnModule> modules = new LinkedHashSet<>();
  private final Deque<String> scopes = new ArrayDeque<>();
  private final Set<String> generated = new HashSet<>();
  private int made;

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

  /** Makes an input known. */
  void input(IValue value, List<Integer> path) {
    if (value.isTensor()) {
      know(value.toTensor(), new Origin.Input(path));
    } else if (value.isList() || value.isTuple()) {
      List<IValue> parts = value.isList() ? value.toList() : value.toTuple();
      for (int i = 0; i < parts.size(); i++) {
        input(parts.get(i), with(path, i));
      }
    }
  }

  private static List<Integer> with(List<Integer> path, int next) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(next);
    return List.copyOf(longer);
  }

  private void know(Tensor tensor, Origin origin) {
    known.put(tensor, origin);
    if (!(origin instanceof Origin.Held)) {
      memory.add(storage(tensor));
    }
  }

  private static Storage storage(Tensor tensor) {
    return hidden(() -> tensor.strided().storage());
  }

  // ---- what Java does

  @Override
  public <R> R op(String name, Supplier<R> run, @Nullable Object... arguments) {
    List<Object> in = new ArrayList<>();
    for (Object argument : arguments) {
      in.add(tree(argument));
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
    Origin origin = origin(tensor);
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
    know(tensor, origin);
    add(new TraceStep.Made(), List.of(origin), origin);
  }

  @Override
  public void shows(Tensor shown, Tensor other) {
    know(shown, origin(other));
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
      scopes.push(paths.getOrDefault(module, module.getClass().getSimpleName()));
      IValue result = run.apply(inputs);
      scopes.pop();
      return result;
    }
    List<Object> in = new ArrayList<>();
    inputs.forEach(input -> in.add(tree(Values.of(input))));
    IValue result = hidden(() -> run.apply(inputs));
    step(called, in, Values.of(result));
    return result;
  }

  /** A scripted function is called. */
  Tensor function(String name, Graph graph, @Nullable Object... arguments) {
    List<Object> in = new ArrayList<>();
    for (Object argument : arguments) {
      in.add(tree(argument));
    }
    List<IValue> values = new ArrayList<>();
    for (Object argument : arguments) {
      boolean tensors =
          argument instanceof Tensor || argument instanceof List || argument instanceof Tensor[];
      values.add(
          tensors
              ? Trace.value(argument)
              : Values.boxed(number(argument == null ? None.NONE : argument)));
    }
    Tensor result = hidden(() -> Executor.of(graph).run(values).get(0).toTensor());
    step(new TraceStep.Function(name, graph), in, result);
    return result;
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
    Object tree = result(result, List.of(), tensors);
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
    String scope = scopes.isEmpty() ? "" : scopes.peek();
    steps.add(new TraceStep(kind, in, result, false, place(), scope));
    if (copies != null) {
      copies.add(List.of());
    }
  }

  private @Nullable StackTraceElement place() {
    return UserLine.here(generated);
  }

  /** The result as a tree; its tensors are known from now on. */
  private Object result(@Nullable Object value, List<Integer> path, List<Tensor> tensors) {
    if (value instanceof Tensor tensor) {
      Origin origin = new Origin.Result(steps.size(), path);
      know(tensor, origin);
      tensors.add(tensor);
      return origin;
    } else if (value instanceof TupleConstant tuple) {
      return new TupleConstant(parts(tuple.elements(), path, tensors));
    } else if (value instanceof Tensor[] several) {
      return new TupleConstant(parts(Arrays.asList(several), path, tensors));
    } else if (value instanceof List<?> list) {
      return parts(list, path, tensors);
    } else if (value instanceof Map<?, ?>) {
      throw new TraceException(
          "%s: a module gives a dictionary, whose tensors a trace does not follow; give a tuple"
              .formatted(TraceStep.where(place())));
    }
    return tree(value);
  }

  private List<Object> parts(List<?> values, List<Integer> path, List<Tensor> tensors) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(result(values.get(i), with(path, i), tensors));
    }
    return parts;
  }

  /** A value as a tree. */
  Object tree(@Nullable Object value) {
    if (value == null || value == None.NONE) {
      return None.NONE;
    } else if (value instanceof Tensor tensor) {
      return origin(tensor);
    } else if (value instanceof TupleConstant tuple) {
      return new TupleConstant(tuple.elements().stream().map(this::tree).toList());
    } else if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> all.add(tree(each)));
      return all;
    } else if (value instanceof Tensor[] several) {
      return tree(Arrays.asList(several));
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, held) -> all.put(key, tree(held)));
      return all;
    } else if (value instanceof Generator) {
      throw new TraceException(
          "%s: Java draws from a generator of its own, and graphs draw from the global one"
              .formatted(TraceStep.where(place())));
    }
    return number(value);
  }

  private static Object number(Object value) {
    if (value instanceof int[] wholes) {
      return Arrays.stream(wholes).mapToObj(whole -> (Object) (long) whole).toList();
    } else if (value instanceof float[] reals) {
      List<Object> all = new ArrayList<>();
      for (float real : reals) {
        all.add((double) real);
      }
      return all;
    } else if (value instanceof long[] wholes) {
      return Arrays.stream(wholes).boxed().map(Object.class::cast).toList();
    } else if (value instanceof double[] reals) {
      return Arrays.stream(reals).boxed().map(Object.class::cast).toList();
    } else if (value instanceof boolean[] truths) {
      List<Object> all = new ArrayList<>();
      for (boolean truth : truths) {
        all.add(truth);
      }
      return all;
    } else if (value instanceof DType dtype) {
      return (long) dtype.code();
    } else if (value instanceof Device) {
      return value.toString();
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Float real) {
      return real.doubleValue();
    }
    return value;
  }

  /** Where a tensor comes from. */
  private Origin origin(Tensor tensor) {
    Origin origin = known.get(tensor);
    if (origin == null) {
      if (memory.contains(storage(tensor))) {
        throw new TraceException(
            "%s: Java uses a tensor that shows the memory of one of this run, but was made by no op"
                .formatted(TraceStep.where(place())));
      }
      origin = new Origin.Held(tensor);
      known.put(tensor, origin);
    }
    return origin;
  }
}
