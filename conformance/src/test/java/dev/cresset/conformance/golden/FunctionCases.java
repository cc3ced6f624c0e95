package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of torch and methods of its tensors. */
final class FunctionCases {
  private FunctionCases() {}

  static void run(GoldenCase golden) {
    Gradients.prepare(golden);
    Arguments args = golden.args();
    IValue result = FunctionNames.call(golden.name(), args);
    if (golden.has("value")) {
      checkValue(golden, result);
      return;
    }
    List<Tensor> outputs = new ArrayList<>();
    ModuleCases.flatten(result, outputs);
    Gradients.check(golden, outputs, Map.of());
    for (Map.Entry<String, String> entry : golden.map("buffers_after").entrySet()) {
      JsonNode buffer = golden.get("args").get(entry.getKey());
      if (buffer != null && buffer.has("tensor")) {
        Comparison.of(golden)
            .check(
                entry.getKey(),
                golden.input(buffer.get("tensor").asText()),
                golden.expected(String.valueOf(entry.getValue())));
      }
    }
  }

  private static void checkValue(GoldenCase golden, IValue result) {
    JsonNode want = golden.get("value");
    double got = result.isTensor() ? result.toTensor().item() : result.toNumber().doubleValue();
    Comparison.of(golden).check("value", 0, got, Json.number(want));
  }
}
