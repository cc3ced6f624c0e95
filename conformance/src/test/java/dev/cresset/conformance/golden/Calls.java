package dev.cresset.conformance.golden;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.nn.NnModule;
import dev.cresset.script.Trace;
import dev.cresset.script.Traced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How modules are called: themselves, or by a trace of them. */
final class Calls {
  private static boolean traced;

  private Calls() {}

  /** Runs {@code work} with traces in the place of modules. */
  static void byTraces(Runnable work) {
    traced = true;
    try {
      work.run();
    } finally {
      traced = false;
    }
  }

  static IValue invoke(NnModule module, List<IValue> inputs) {
    if (!traced) {
      return module.invoke(inputs);
    }
    Map<String, Tensor> state = new LinkedHashMap<>();
    module.stateDict().forEach((key, tensor) -> state.put(key, tensor.clone()));
    Generator generator = Generator.global().copy();
    Traced trace = Trace.of(module, inputs, Trace.guarded());
    module.loadStateDict(state);
    Generator.global().setState(generator);
    return trace.invoke(inputs);
  }
}
