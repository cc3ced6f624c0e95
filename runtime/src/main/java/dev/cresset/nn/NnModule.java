package dev.cresset.nn;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The base of all modules. As {@code torch.nn.Module}.
 *
 * <p>A module is written as a class that extends its own generated superclass; what it holds are
 * its fields, told in order by the generated {@link #visit}. Order and names are PyTorch's.
 */
public abstract non-sealed class NnModule extends Options {
  /** Whether the module is being trained; scripted methods may read it. True at first. */
  protected boolean training = true;

  private @Nullable Hooks hooks;
  private @Nullable Parametrized parametrized;

  /** For subclasses. */
  protected NnModule() {}

  /**
   * Marks a tensor as a parameter: it requires a gradient, until {@code requiresGrad_(false)}
   * freezes it. As {@code torch.nn.Parameter}.
   */
  protected static Tensor param(Tensor tensor) {
    return tensor.requiresGrad_(true);
  }

  /** Tells {@code v} what this module itself holds. Generated code overrides it. */
  protected void visit(Visitor v) {}

  /** Tells {@code v} what this module itself holds, in the order of its fields. */
  public final void accept(Visitor v) {
    visit(v);
  }

  /** The graphs of the scripted methods as text, or null. Generated code overrides it. */
  protected @Nullable String scriptedGraphs() {
    return null;
  }

  /**
   * The graphs of the scripted methods as text, each after a line {@code method name}; null of a
   * module that was not compiled, such as one of a subclass that nobody annotated.
   */
  public final @Nullable String graphs() {
    return scriptedGraphs();
  }

  /**
   * What knows graphs; null if neither this module nor one in it was compiled. Generated code
   * overrides it.
   */
  protected @Nullable GraphDoor graphDoor() {
    for (NnModule child : children()) {
      GraphDoor door = child.graphDoor();
      if (door != null) {
        return door;
      }
    }
    return null;
  }

  private GraphDoor openDoor() {
    GraphDoor door = graphDoor();
    if (door == null) {
      throw new IllegalStateException(
          typeName() + " has no graph: neither it nor a module in it has a scripted method");
    }
    return door;
  }

  /**
   * The graph of {@code forward} of this very module: lists of modules unrolled, attributes
   * constant, other modules called. As {@code scripted.graph}.
   *
   * @throws IllegalStateException if a part of it has no graph, or carries hooks
   */
  public final Graph graph() {
    return graph("forward");
  }

  /** The graph of a scripted method; see {@link #graph()}. */
  public final Graph graph(String method) {
    return openDoor().graph(this, method);
  }

  /**
   * The graph of {@code forward} with those of the modules in it in the place of their calls. As
   * {@code scripted.inlined_graph}.
   */
  public final Graph inlinedGraph() {
    return inlinedGraph("forward");
  }

  /** The graph of a scripted method; see {@link #inlinedGraph()}. */
  public final Graph inlinedGraph(String method) {
    return openDoor().inlinedGraph(this, method);
  }

  /**
   * What runs for these inputs: the inlined graph after all passes, with what is known of sizes,
   * and with the bodies of fused groups. As {@code scripted.graph_for(*inputs)}.
   */
  public final Graph graphFor(Tensor... inputs) {
    return graphFor(Arrays.stream(inputs).map(IValue::from).toList());
  }

  /** As {@link #graphFor(Tensor...)}, for inputs of any type. */
  public final Graph graphFor(List<IValue> inputs) {
    return openDoor().graphFor(this, "forward", inputs);
  }

  /** {@code forward} as the Python that TorchScript prints. As {@code scripted.code}. */
  public final String code() {
    return code("forward");
  }

  /** A scripted method as the Python that TorchScript prints. */
  public final String code(String method) {
    return openDoor().code(this, method);
  }

  // Calls.

  /**
   * Runs the module with values of any type: pre-hooks, forward, hooks. The typed {@code call} is
   * the same.
   */
  public final IValue invoke(List<IValue> inputs) {
    return plain() ? invokeForward(inputs) : hooked(inputs);
  }

  /** The forward without hooks. Generated code overrides it. */
  protected IValue invokeForward(List<IValue> inputs) {
    throw new UnsupportedOperationException(
        typeName() + " has no forward of its own; call the modules in it");
  }

  /** The forward between the hooks of this module. */
  protected final IValue hooked(List<IValue> inputs) {
    Hooks present = hooks;
    if (Recording.here() instanceof ModuleRecorder recorder) {
      return recorder.call(this, inputs, present != null, in -> unrecorded(present, in));
    }
    return unrecorded(present, inputs);
  }

  private IValue unrecorded(@Nullable Hooks present, List<IValue> inputs) {
    return present == null ? invokeForward(inputs) : HookedCall.run(this, present, inputs);
  }

  /** Whether no hook is registered on this module itself, and nobody records its calls. */
  public final boolean plain() {
    return hooks == null && !Recording.isOn();
  }

  /** Lets {@code hook} see, or replace, the input of every call. */
  public final HookHandle registerForwardPreHook(ForwardPreHook hook) {
    return register(hooks().before, hook);
  }

  /** Lets {@code hook} see, or replace, the result of every call. */
  public final HookHandle registerForwardHook(ForwardHook hook) {
    return register(hooks().after, hook);
  }

  /** Lets {@code hook} see, or replace, the gradients of the inputs in every backward pass. */
  public final HookHandle registerFullBackwardHook(BackwardHook hook) {
    return register(hooks().backward, hook);
  }

  /**
   * Lets the parameter {@code name} of this module be computed of others before every call, which
   * then runs as written. What it is computed of takes its place among the parameters and in the
   * state dict, as {@code parametrizations.name.original}. As {@code
   * torch.nn.utils.parametrize.register_parametrization}.
   *
   * @throws IllegalArgumentException if the module itself has no such parameter
   */
  public final void registerParametrization(String name, Parametrization rule) {
    Tensor handle = ModuleTree.parameter(this, name);
    if (parametrized == null) {
      parametrized = new Parametrized();
    }
    parametrized.add(this, name, handle, rule);
  }

  /**
   * Lets the parameter {@code name} be trained itself again, from the value that it has. As {@code
   * torch.nn.utils.parametrize.remove_parametrizations}.
   */
  public final void removeParametrizations(String name) {
    Parametrized present = parametrized;
    if (present == null) {
      throw new IllegalArgumentException("'" + name + "' is not computed of others");
    }
    present.remove(name);
    parametrized = present.isEmpty() ? null : present;
  }

  /** The parameters that are computed of others; null if none is. */
  final @Nullable Parametrized parametrized() {
    return parametrized;
  }

  // What is inside.

  /** All parameters, each once. As {@code parameters()}. */
  public final List<Tensor> parameters() {
    return List.copyOf(namedParameters().values());
  }

  /** All parameters by path, each once, the module's own first. As {@code named_parameters()}. */
  public final Map<String, Tensor> namedParameters() {
    return ModuleTree.parameters(this);
  }

  /** All buffers, each once. As {@code buffers()}. */
  public final List<Tensor> buffers() {
    return List.copyOf(namedBuffers().values());
  }

  /** All buffers by path, each once. As {@code named_buffers()}. */
  public final Map<String, Tensor> namedBuffers() {
    return ModuleTree.buffers(this);
  }

  /** The modules directly in this one, each once. As {@code children()}. */
  public final List<NnModule> children() {
    return List.copyOf(namedChildren().values());
  }

  /** The modules directly in this one by name, each once. As {@code named_children()}. */
  public final Map<String, NnModule> namedChildren() {
    return ModuleTree.children(this);
  }

  /** This module and all in it, each once, parents first. As {@code modules()}. */
  public final List<NnModule> modules() {
    return List.copyOf(namedModules().values());
  }

  /** This module, as "", and all in it by path, each once. As {@code named_modules()}. */
  public final Map<String, NnModule> namedModules() {
    return ModuleTree.modules(this);
  }

  /**
   * The module at {@code path}, such as {@code "blocks.0.conv1"}. As {@code get_submodule}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public final NnModule getSubmodule(String path) {
    return ModuleTree.submodule(this, path);
  }

  /**
   * The parameter at {@code path}, such as {@code "fc.weight"}. As {@code get_parameter}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public final Tensor getParameter(String path) {
    return ModuleTree.parameter(this, path);
  }

  /** How many numbers all parameters hold, each parameter counted once. */
  public final long numParameters() {
    return parameters().stream().mapToLong(Tensor::numel).sum();
  }

  // State.

  /**
   * Parameters and persistent buffers by path; they share memory with the module, and carry no
   * gradient. One that occurs twice has both its names. As {@code state_dict()}.
   */
  public final Map<String, Tensor> stateDict() {
    return StateDict.of(this);
  }

  /**
   * Copies values into parameters and buffers; every key must match. As {@code load_state_dict}.
   *
   * @throws StateDictException if keys are missing or too many, or sizes differ; nothing is changed
   *     then
   */
  public final LoadReport loadStateDict(Map<String, Tensor> state) {
    return loadStateDict(state, true);
  }

  /**
   * Copies values into parameters and buffers. As {@code load_state_dict(strict=...)}.
   *
   * @param strict whether missing and unexpected keys are an error, as differing sizes always are
   * @throws StateDictException if so; nothing is changed then
   */
  public final LoadReport loadStateDict(Map<String, Tensor> state, boolean strict) {
    return StateDict.load(this, state, strict);
  }

  /** Sets this module and all in it to training. As {@code train()}. */
  public NnModule train() {
    return train(true);
  }

  /** Sets this module and all in it to training or evaluation. As {@code train(mode)}. */
  public NnModule train(boolean mode) {
    for (NnModule module : modules()) {
      module.training = mode;
    }
    return this;
  }

  /** Sets this module and all in it to evaluation. As {@code eval()}. */
  public NnModule eval() {
    return train(false);
  }

  /** Whether the module is being trained. As {@code training}. */
  public final boolean isTraining() {
    return training;
  }

  /** Moves parameters and buffers to {@code device}; the handles stay the same. */
  public NnModule to(Device device) {
    ModuleTree.exchange(this, t -> Memory.as(t, t.dtype(), device));
    return this;
  }

  /** Converts parameters and buffers of floating point to {@code dtype}; the handles stay. */
  public NnModule to(DType dtype) {
    if (!dtype.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "to(" + dtype + "): a module's dtype is a floating-point one: F32, F64, F16 or BF16");
    }
    ModuleTree.exchange(
        this, t -> t.dtype().isFloatingPoint() ? Memory.as(t, dtype, t.device()) : t);
    return this;
  }

  /** Moves everything to the first CUDA device. */
  public NnModule cuda() {
    return to(Device.cuda(0));
  }

  /** Moves everything to the CPU. */
  public NnModule cpu() {
    return to(Device.CPU);
  }

  /** Hands this module and all in it to {@code action}, children first. As {@code apply}. */
  public NnModule apply(Consumer<? super NnModule> action) {
    ModuleTree.checkTree(this);
    namedChildren().values().forEach(child -> child.apply(action));
    action.accept(this);
    return this;
  }

  /** Takes away the gradients of all parameters. As {@code zero_grad()}. */
  public final void zeroGrad() {
    parameters().forEach(p -> p.setGrad(null));
  }

  /** Sets whether all parameters require gradients. As {@code requires_grad_}. */
  public NnModule requiresGrad_(boolean requiresGrad) {
    parameters().forEach(p -> p.requiresGrad_(requiresGrad));
    return this;
  }

  // Text.

  /** The class's name, as it prints. */
  protected String typeName() {
    return getClass().getSimpleName();
  }

  /** What stands between the parentheses when the module prints. As {@code extra_repr}. */
  protected String extraRepr() {
    return "";
  }

  /** The tree of modules, as {@code print(model)} of PyTorch. */
  @Override
  public String toString() {
    return ModuleText.repr(this);
  }

  /** The tree of modules with the number of parameters of each. */
  public final String summary() {
    return ModuleText.summary(this);
  }

  private Hooks hooks() {
    if (hooks == null) {
      hooks = new Hooks();
    }
    return hooks;
  }

  private <H> HookHandle register(List<Hooks.Entry<H>> list, H hook) {
    Hooks.Entry<H> entry = new Hooks.Entry<>(hook);
    list.add(entry);
    return () -> {
      list.remove(entry);
      if (hooks != null && hooks.isEmpty()) {
        hooks = null; // plain again: the compiled path is open
      }
    };
  }
}
