package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.LoadReport;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.StateDictException;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What modules hold, under which names, and what loading says of keys that do not fit. */
final class StateDictCases {
  private StateDictCases() {}

  static void run(GoldenCase golden) {
    NnModule module = build(golden);
    if (golden.name().equals("load_state_dict")) {
      load(golden, module);
      return;
    }
    Map<String, Tensor> state = module.stateDict();
    Comparison.same("keys", List.copyOf(state.keySet()), golden.names("keys"));
    state.forEach(
        (key, tensor) -> {
          long[] shape = Json.integers(golden.get("shapes").get(key));
          if (!java.util.Arrays.equals(tensor.sizes(), shape)) {
            throw new Mismatch(key + " is " + tensor.strided());
          }
          String dtype = golden.get("dtypes").get(key).asText();
          Comparison.same("dtype of " + key, tensor.dtype().torchName(), dtype);
        });
    Comparison.same(
        "named_parameters",
        List.copyOf(module.namedParameters().keySet()),
        golden.names("named_parameters"));
    Comparison.same(
        "named_buffers",
        List.copyOf(module.namedBuffers().keySet()),
        golden.names("named_buffers"));
    checkModules(golden, module);
    Comparison.same(
        "num_parameters", module.numParameters(), golden.get("num_parameters").asLong());
    if (golden.has("repr")) {
      Comparison.same("repr", module.toString(), golden.get("repr").asText());
    }
  }

  private static void checkModules(GoldenCase golden, NnModule module) {
    List<String> want = new ArrayList<>();
    golden.get("named_modules").forEach(m -> want.add(m.get(0).asText() + " " + m.get(1).asText()));
    List<String> got = new ArrayList<>();
    module
        .namedModules()
        .forEach((path, m) -> got.add(path + " " + m.toString().replaceFirst("(?s)\\(.*", "")));
    Comparison.same("named_modules", got, want);
  }

  private static NnModule build(GoldenCase golden) {
    if (golden.name().startsWith(TorchvisionTwins.PREFIX)) {
      return TorchvisionTwins.build(golden.name());
    }
    if (ModelTwins.has(golden.name())) {
      return ModelTwins.build(golden.name(), golden.args());
    }
    String python = golden.get("python").asText();
    return python.startsWith("nn.")
        ? PythonModules.build(python, golden)
        : LayerTwins.build(golden.name(), golden.args());
  }

  private static void load(GoldenCase golden, NnModule module) {
    Map<String, Tensor> state = new LinkedHashMap<>(module.stateDict());
    golden.names("dropped").forEach(state::remove);
    for (String field : List.of("added", "replaced")) {
      golden.get(field).fields().forEachRemaining(e -> state.put(e.getKey(), zeros(e.getValue())));
    }
    if (golden.has("strict_error")) {
      try {
        module.loadStateDict(state);
        throw new Mismatch("loading went well, should say " + golden.get("strict_error"));
      } catch (StateDictException e) {
        Comparison.same("error", e.getMessage(), golden.get("strict_error").asText());
      }
    }
    if (!golden.has("replaced")) { // sizes that differ are an error in any case
      LoadReport report = module.loadStateDict(state, false);
      Comparison.same("missing_keys", report.missingKeys(), golden.names("missing_keys"));
      Comparison.same("unexpected_keys", report.unexpectedKeys(), golden.names("unexpected_keys"));
    }
  }

  private static Tensor zeros(JsonNode shape) {
    return Memory.zeros(DType.F32, Device.CPU, Json.integers(shape));
  }
}
