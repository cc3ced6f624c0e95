package dev.cresset.conformance.golden;

import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.nn.NnModule;
import dev.cresset.script.Trace;
import dev.cresset.script.Traced;
import dev.cresset.tensor.eager.Dispatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How modules and ops are called: themselves, or by a trace of them. */
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

  /** Calls an op; its trace takes all tensors among the arguments. */
  static IValue op(String name, List<IValue> arguments) {
    if (!traced) {
      return Dispatch.call(name, arguments);
    }
    List<Tensor> tensors = new ArrayList<>();
    arguments.forEach(argument -> gather(argument, tensors));
    Generator generator = Generator.global().copy();
    Traced trace =
        Trace.of(
            given -> {
              Iterator<Tensor> left = given.iterator();
              return Dispatch.call(
                  name, arguments.stream().map(each -> replaced(each, left)).toList());
            },
            tensors,
            Trace.guarded());
    Generator.global().setState(generator);
    return trace.invoke(tensors.stream().map(IValue::from).toList());
  }

  private static void gather(IValue value, List<Tensor> tensors) {
    if (value.isTensor()) {
      tensors.add(value.toTensor());
    } else if (value.isList()) {
      value.toList().forEach(each -> gather(each, tensors));
    }
  }

  private static IValue replaced(IValue value, Iterator<Tensor> left) {
    if (value.isTensor()) {
      return IValue.from(left.next());
    }
    return value.isList()
        ? IValue.list(value.toList().stream().map(each -> replaced(each, left)).toList())
        : value;
  }
}
