package dev.cresset.script;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.autograd.GradMode;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Modes;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds compiled code to the Java that it was made from: results, gradients, and what either writes
 * to its inputs, buffers and parameters.
 *
 * <pre>
 * ScriptCheck.scriptCheck(new Digits(), Tensor.randn(8, 784));
 * ScriptCheck.scriptCheck(
 *     in -&gt; MyOps.fusedRelu(in[0], in[1]), in -&gt; MyOps_Graph.fusedRelu(in[0], in[1]), x, y);
 * </pre>
 */
public final class ScriptCheck {
  private static final double ABSOLUTE = 1e-6;
  private static final double RELATIVE = 1e-5;

  /** A function of tensors. */
  @FunctionalInterface
  public interface Of {
    /** Its result; it may write to its inputs. */
    Tensor run(Tensor... inputs);
  }

  /** One of the two forms. */
  private interface Form {
    IValue run(List<IValue> inputs);
  }

  private final double absolute;
  private final double relative;

  /** What both forms find when they begin, by name. */
  private final Map<String, Tensor> state = new LinkedHashMap<>();

  private final List<IValue> inputs;

  private ScriptCheck(List<IValue> inputs, double absolute, double relative) {
    this.inputs = inputs;
    this.absolute = absolute;
    this.relative = relative;
  }

  /**
   * Checks a module, to 1e-6 and a hundred-thousandth of each element. Its state and the generator
   * are as before afterwards, and no gradient is left.
   *
   * @param inputs of {@code forward}; gradients are compared of those that require one, and of the
   *     parameters
   * @throws IllegalArgumentException if neither the module nor one in it was compiled
   * @throws ArithmeticException if something differs: what, and both values
   */
  public static void scriptCheck(NnModule module, Tensor... inputs) {
    scriptCheck(module, Arrays.stream(inputs).map(IValue::from).toList());
  }

  /** As {@link #scriptCheck(NnModule, Tensor...)}, for inputs of any type. */
  public static void scriptCheck(NnModule module, List<IValue> inputs) {
    scriptCheck(module, inputs, ABSOLUTE, RELATIVE);
  }

  /**
   * As {@link #scriptCheck(NnModule, Tensor...)}.
   *
   * @param atol how much an element may differ in any case
   * @param rtol how much more it may differ, as a part of what it is as written
   */
  public static void scriptCheck(NnModule module, List<IValue> inputs, double atol, double rtol) {
    if (module.modules().stream().allMatch(each -> each.graphs() == null)) {
      throw new IllegalArgumentException(
          "scriptCheck: neither "
              + module.getClass().getSimpleName()
              + " nor a module in it was compiled: they have no scripted methods, or the compiler"
              + " was not javac");
    }
    ScriptCheck check = new ScriptCheck(inputs, atol, rtol);
    check.state.putAll(module.namedParameters());
    check.state.putAll(module.namedBuffers());
    check.check(in -> asWritten(module, in), module::invoke);
  }

  /**
   * Checks a function; see {@link #scriptCheck(NnModule, Tensor...)}.
   *
   * @param written the user's own
   * @param compiled what was made of it
   */
  public static void scriptCheck(Of written, Of compiled, Tensor... inputs) {
    List<IValue> values = Arrays.stream(inputs).map(IValue::from).toList();
    new ScriptCheck(values, ABSOLUTE, RELATIVE).check(form(written), form(compiled));
  }

  private static Form form(Of function) {
    return in ->
        IValue.from(function.run(in.stream().map(IValue::toTensor).toArray(Tensor[]::new)));
  }

  @SuppressWarnings("try") // the scope is open, and that is all
  private static IValue asWritten(NnModule module, List<IValue> inputs) {
    try (Modes.Scope eager = Modes.eager()) {
      return module.invoke(inputs);
    }
  }

  private void check(Form written, Form compiled) {
    Map<String, Tensor> before = copies(state);
    Generator generator = Generator.global().copy();
    try {
      Map<String, Object> expected = seen(written);
      restore(before, generator);
      compare(expected, seen(compiled));
    } finally {
      restore(before, generator);
    }
  }

  private static Map<String, Tensor> copies(Map<String, Tensor> tensors) {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> copies.put(name, tensor.detach().clone()));
    return copies;
  }

  private void restore(Map<String, Tensor> before, Generator generator) {
    GradMode.off(
        () -> {
          before.forEach(
              (name, tensor) -> {
                Tensor now = state.get(name);
                if (now != null && !now.allClose(tensor, 0, 0, true)) {
                  now.copy_(tensor);
                }
              });
          return before;
        });
    Generator.global().setState(generator);
  }

  /** All that can be seen of one run, by what it is. */
  private Map<String, Object> seen(Form form) {
    Map<String, Tensor> wanted = new LinkedHashMap<>();
    List<Tensor> given = new ArrayList<>();
    IValue result = form.run(inputs.stream().map(each -> given(each, wanted, given)).toList());
    Map<String, Object> seen = new LinkedHashMap<>();
    List<Tensor> differentiable = new ArrayList<>();
    see("the result", result, seen, differentiable);
    state.forEach(
        (name, tensor) -> {
          seen.put(name + " afterwards", tensor.detach().clone());
          if (tensor.requiresGrad()) {
            wanted.put(name, tensor);
          }
        });
    for (int i = 0; i < given.size(); i++) {
      seen.put("input " + i + " afterwards", given.get(i).detach().clone());
    }
    if (!differentiable.isEmpty() && !wanted.isEmpty()) {
      List<Tensor> directions = differentiable.stream().map(t -> t.detach().clone()).toList();
      List<@Nullable Tensor> gradients =
          Autograd.grad(
              differentiable, List.copyOf(wanted.values()), directions, false, false, true);
      List<String> names = List.copyOf(wanted.keySet());
      for (int i = 0; i < names.size(); i++) {
        Tensor gradient = gradients.get(i);
        seen.put("the gradient of " + names.get(i), gradient == null ? "none" : gradient);
      }
    }
    return seen;
  }

  /** A copy to call with; of what requires a gradient it is no leaf, so that it may be written. */
  private static IValue given(IValue value, Map<String, Tensor> wanted, List<Tensor> given) {
    if (value.isTensor()) {
      Tensor copy = value.toTensor().detach().clone();
      if (value.toTensor().requiresGrad()) {
        wanted.put("input " + given.size(), copy.requiresGrad_(true));
        copy = copy.clone();
      }
      given.add(copy);
      return IValue.from(copy);
    } else if (value.isTuple()) {
      return IValue.tupleFrom(
          value.toTuple().stream().map(each -> given(each, wanted, given)).toArray(IValue[]::new));
    } else if (value.isList()) {
      return IValue.list(value.toList().stream().map(each -> given(each, wanted, given)).toList());
    }
    return value;
  }

  private static void see(
      String name, IValue value, Map<String, Object> seen, List<Tensor> differentiable) {
    if (value.isTensor()) {
      Tensor tensor = value.toTensor();
      seen.put(name, tensor.detach().clone());
      seen.put("whether " + name + " requires a gradient", tensor.requiresGrad());
      if (tensor.requiresGrad()) {
        differentiable.add(tensor);
      }
    } else if (value.isTuple() || value.isList()) {
      List<IValue> parts = value.isTuple() ? value.toTuple() : value.toList();
      for (int i = 0; i < parts.size(); i++) {
        see(name + "[" + i + "]", parts.get(i), seen, differentiable);
      }
    } else if (value.isDouble()) {
      seen.put(name, Tensor.scalar(value.toDouble()));
    } else {
      seen.put(name, value.toString());
    }
  }

  private void compare(Map<String, Object> written, Map<String, Object> compiled) {
    for (Map.Entry<String, Object> each : written.entrySet()) {
      Object other = compiled.get(each.getKey());
      if (other == null || !isClose(each.getValue(), other)) {
        throw new ArithmeticException(
            "scriptCheck: %s differs: as written it is %s, compiled %s"
                .formatted(each.getKey(), text(each.getValue()), text(other)));
      }
    }
    for (String name : compiled.keySet()) {
      if (!written.containsKey(name)) {
        throw new ArithmeticException("scriptCheck: " + name + " is there compiled alone");
      }
    }
  }

  private boolean isClose(Object written, Object compiled) {
    if (!(written instanceof Tensor a && compiled instanceof Tensor b)) {
      return written.equals(compiled);
    }
    double rounding = rounding(a.dtype());
    return a.dtype() == b.dtype()
        && Arrays.equals(a.sizes(), b.sizes())
        && b.allClose(a, Math.max(relative, rounding), Math.max(absolute, rounding), true);
  }

  /** Some roundings of a half, which the two forms do at other places. */
  private static double rounding(DType dtype) {
    return switch (dtype) {
      case F16 -> 0x1p-7;
      case BF16 -> 0x1p-4;
      default -> 0;
    };
  }

  private static String text(@Nullable Object seen) {
    if (!(seen instanceof Tensor tensor)) {
      return String.valueOf(seen);
    }
    String kind = tensor.dtype() + Arrays.toString(tensor.sizes());
    return tensor.numel() <= 12 ? kind + " " + tensor : kind;
  }
}
