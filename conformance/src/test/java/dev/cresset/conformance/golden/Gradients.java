package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outputs and gradients of module, loss and function cases. */
final class Gradients {
  private Gradients() {}

  /** Marks the inputs whose gradients the case has. */
  static void prepare(GoldenCase golden) {
    for (String name : golden.map("input_grads").keySet()) {
      golden.input(name).requiresGrad_(true);
    }
  }

  /** Checks what came out, goes backward as the case says, and checks what arrived. */
  static void check(GoldenCase golden, List<Tensor> outputs, Map<String, Tensor> parameters) {
    Comparison comparison = Comparison.of(golden);
    List<String> names = golden.names("outputs");
    if (names.size() != outputs.size()) {
      throw new Mismatch(outputs.size() + " outputs, should be " + names.size());
    }
    for (int i = 0; i < names.size(); i++) {
      comparison.check("output " + i, outputs.get(i), golden.expected(names.get(i)));
    }
    if (golden.get("grad_outputs").isEmpty()) {
      return;
    }
    backward(golden, outputs);
    for (Map.Entry<String, @Nullable String> entry : golden.map("input_grads").entrySet()) {
      Tensor grad = golden.input(entry.getKey()).grad();
      comparison.check("gradient of " + entry.getKey(), grad, expected(golden, entry.getValue()));
    }
    for (Map.Entry<String, @Nullable String> entry : golden.map("param_grads").entrySet()) {
      Tensor parameter = parameters.get(entry.getKey());
      if (parameter == null) {
        throw new Mismatch("there is no parameter " + entry.getKey());
      }
      comparison.check(
          "gradient of " + entry.getKey(), parameter.grad(), expected(golden, entry.getValue()));
    }
  }

  private static @Nullable Tensor expected(GoldenCase golden, @Nullable String name) {
    return name == null ? null : golden.expected(name);
  }

  private static void backward(GoldenCase golden, List<Tensor> outputs) {
    List<Tensor> roots = new ArrayList<>();
    List<@Nullable Tensor> gradients = new ArrayList<>();
    int i = 0;
    for (JsonNode name : golden.get("grad_outputs")) {
      if (!name.isNull()) {
        roots.add(outputs.get(i));
        gradients.add(golden.expected(name.asText()));
      }
      i++;
    }
    if (!roots.isEmpty()) {
      Autograd.backward(roots, gradients, false, false);
    }
  }
}
