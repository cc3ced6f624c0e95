package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Layers and losses: built, filled, called, and differentiated. */
final class ModuleCases {
  private ModuleCases() {}

  static void run(GoldenCase golden) {
    Gradients.prepare(golden);
    NnModule module = LayerTwins.build(golden.name(), golden.args());
    if (golden.has("dtype")) {
      module.to(DType.ofTorchName(golden.get("dtype").asText()));
    }
    fill(golden, module);
    module.train(golden.get("training").asBoolean(true));
    if (golden.has("state_dict_keys")) {
      Comparison.same(
          "state dict", List.copyOf(module.stateDict().keySet()), golden.names("state_dict_keys"));
    }
    List<Tensor> outputs = new ArrayList<>();
    List<String> names = LayerTwins.forward(golden.name());
    flatten(
        Calls.invoke(
            module,
            names.isEmpty()
                ? forward(golden.get("forward"), golden)
                : forward(golden.get("forward"), names, golden)),
        outputs);
    Gradients.check(golden, outputs, module.namedParameters());
    checkBuffers(golden, module);
  }

  /** The keyword arguments of {@code forward} in their order, without Nones at the end. */
  static List<IValue> forward(JsonNode keywords, GoldenCase golden) {
    List<IValue> inputs = new ArrayList<>();
    keywords.elements().forEachRemaining(value -> inputs.add(value(value, golden)));
    while (!inputs.isEmpty() && inputs.get(inputs.size() - 1).isNone()) {
      inputs.remove(inputs.size() - 1);
    }
    return inputs;
  }

  /**
   * Keyword arguments in the order of {@code names}, each with its default: {@code "mask=None"}.
   */
  private static List<IValue> forward(JsonNode keywords, List<String> names, GoldenCase golden) {
    List<IValue> inputs = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (String each : names) {
      String name = each.replaceFirst("=.*", "");
      String otherwise = each.substring(Math.min(each.length(), name.length() + 1));
      known.add(name);
      inputs.add(
          keywords.has(name)
              ? value(keywords.get(name), golden)
              : otherwise.equals("None") ? IValue.none() : IValue.from(otherwise.equals("True")));
    }
    keywords
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new Outcome.NotCovered("a call with " + name);
              }
            });
    return inputs;
  }

  private static IValue value(JsonNode json, GoldenCase golden) {
    if (json.isNull()) {
      return IValue.none();
    } else if (json.has("tensor")) {
      return IValue.from(Json.tensor(json, golden));
    } else if (json.isBoolean()) {
      return IValue.from(json.asBoolean());
    } else if (json.isIntegralNumber()) {
      return IValue.from(json.asLong());
    } else if (json.isArray()) {
      List<IValue> all = new ArrayList<>();
      json.forEach(each -> all.add(value(each, golden)));
      return IValue.tupleFrom(all.toArray(IValue[]::new));
    }
    return IValue.from(Json.number(json));
  }

  /** Copies the case's parameters and buffers into the module. */
  static void fill(GoldenCase golden, NnModule module) {
    Map<String, Tensor> state = new LinkedHashMap<>(module.stateDict());
    for (String field : List.of("params", "buffers")) {
      for (Map.Entry<String, @Nullable String> entry : golden.map(field).entrySet()) {
        if (entry.getValue() != null) {
          state.put(entry.getKey(), golden.expected(entry.getValue()));
        }
      }
    }
    module.loadStateDict(state);
  }

  /** The tensors of a result, tuples opened, None dropped. */
  static void flatten(IValue value, List<Tensor> tensors) {
    if (value.isTensor()) {
      tensors.add(value.toTensor());
    } else if (value.isTuple()) {
      value.toTuple().forEach(part -> flatten(part, tensors));
    } else if (value.isList()) {
      value.toList().forEach(part -> flatten(part, tensors));
    }
  }

  static void checkBuffers(GoldenCase golden, NnModule module) {
    Map<String, Tensor> buffers = module.namedBuffers();
    for (Map.Entry<String, @Nullable String> entry : golden.map("buffers_after").entrySet()) {
      String name = entry.getValue();
      Comparison.of(golden)
          .check(
              "buffer " + entry.getKey(),
              buffers.get(entry.getKey()),
              name == null ? null : golden.expected(name));
    }
  }
}
