package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.nn.utils.ClipGrad;
import java.util.ArrayList;
import java.util.List;

/** Gradients bounded by norm or value. */
final class ClipCases {
  private ClipCases() {}

  static void run(GoldenCase golden) {
    Arguments args = golden.args();
    List<Tensor> parameters = new ArrayList<>();
    for (JsonNode grad : golden.get("grads")) {
      Tensor like = grad.isNull() ? Tensor.of(0.0) : golden.input(grad.asText());
      Tensor parameter = Tensors.copy(like).requiresGrad_(true);
      if (!grad.isNull()) {
        parameter.setGrad(like);
      }
      parameters.add(parameter);
    }
    Comparison comparison = Comparison.of(golden);
    String function = golden.name().substring(golden.name().lastIndexOf('.') + 1);
    switch (function) {
      case "clip_grad_norm_" -> {
        double total =
            ClipGrad.clipGradNorm(parameters, args.number("max_norm"), args.number("norm_type", 2));
        JsonNode want = golden.get("total_norm");
        double norm = want.isTextual() ? golden.expected(want.asText()).item() : Json.number(want);
        comparison.check("total norm", 0, total, norm);
      }
      case "clip_grad_value_" -> ClipGrad.clipGradValue(parameters, args.number("clip_value"));
      default -> throw new NotCovered(golden.name());
    }
    args.allRead(function);
    int i = 0;
    List<Tensor> with = parameters.stream().filter(p -> p.grad() != null).toList();
    for (JsonNode clipped : golden.get("clipped")) {
      if (!clipped.isNull()) {
        comparison.check("gradient " + i, with.get(i).grad(), golden.expected(clipped.asText()));
        i++;
      }
    }
  }
}
