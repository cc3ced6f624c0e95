package dev.cresset.compile;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.nn.Layer;
import dev.cresset.nn.NnModule;
import dev.cresset.script.Trace;
import dev.cresset.script.Traced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Modules run by their traces. */
public final class Traces {
  private Traces() {}

  /** What the trace of a module gives; the module is traced as it is written. */
  public static IValue invoke(NnModule module, List<IValue> inputs) {
    return unchanged(module, () -> Trace.of(module, inputs, Trace.guarded())).invoke(inputs);
  }

  static Tensor invoke(NnModule module, Tensor x) {
    return invoke(module, List.of(IValue.from(x))).toTensor();
  }

  /** What the trace of a function gives that calls the module, whose graph is part of it. */
  static Tensor invokeWithin(NnModule module, Tensor x) {
    Layer layer = (Layer) module;
    return unchanged(module, () -> Trace.of(y -> layer.call(y), x)).call(x);
  }

  /** Traces, and then has the module and the generator as before. */
  private static Traced unchanged(NnModule module, Supplier<Traced> trace) {
    Map<String, Tensor> state = new LinkedHashMap<>();
    module.stateDict().forEach((key, tensor) -> state.put(key, tensor.clone()));
    Generator generator = Generator.global().copy();
    Traced traced = trace.get();
    module.loadStateDict(state);
    Generator.global().setState(generator);
    return traced;
  }
}
