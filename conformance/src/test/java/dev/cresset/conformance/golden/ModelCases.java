package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.Options;
import dev.cresset.optim.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole models: forward, loss, backward, and some steps of training. */
final class ModelCases {
  private ModelCases() {}

  static void run(GoldenCase golden) {
    Gradients.prepare(golden);
    NnModule model = fresh(golden);
    List<Tensor> outputs = outputs(golden, model);
    checkForward(golden, model, outputs);
    if (golden.has("sgd")) {
      train(golden);
    }
  }

  private static NnModule fresh(GoldenCase golden) {
    NnModule model = ModelTwins.build(golden.name(), golden.args());
    ModuleCases.fill(golden, model);
    return model.train(golden.get("training").asBoolean(true));
  }

  private static List<Tensor> outputs(GoldenCase golden, NnModule model) {
    List<Tensor> outputs = new ArrayList<>();
    ModuleCases.flatten(
        Calls.invoke(model, ModuleCases.forward(golden.get("forward"), golden)), outputs);
    return outputs;
  }

  private static void checkForward(GoldenCase golden, NnModule model, List<Tensor> outputs) {
    Comparison comparison = Comparison.of(golden);
    List<String> names = golden.names("outputs");
    Comparison.same("number of outputs", outputs.size(), names.size());
    for (int i = 0; i < names.size(); i++) {
      comparison.check("output " + i, outputs.get(i).detach(), golden.expected(names.get(i)));
    }
    ModuleCases.checkBuffers(golden, model);
    if (!golden.has("loss")) {
      return;
    }
    Tensor loss = loss(golden, outputs);
    comparison.check(
        "loss", loss.detach(), golden.expected(golden.get("loss").get("value").asText()));
    loss.backward();
    Map<String, Tensor> parameters = model.namedParameters();
    for (Map.Entry<String, @Nullable String> entry : golden.map("param_grads").entrySet()) {
      Tensor parameter = parameters.get(entry.getKey());
      if (parameter == null) {
        throw new Mismatch("there is no parameter " + entry.getKey());
      }
      comparison.check(
          "gradient of " + entry.getKey(), parameter.grad(), expected(golden, entry.getValue()));
    }
    for (Map.Entry<String, @Nullable String> entry : golden.map("input_grads").entrySet()) {
      comparison.check(
          "gradient of " + entry.getKey(),
          golden.input(entry.getKey()).grad(),
          expected(golden, entry.getValue()));
    }
  }

  private static @Nullable Tensor expected(GoldenCase golden, @Nullable String name) {
    return name == null ? null : golden.expected(name);
  }

  private static Tensor loss(GoldenCase golden, List<Tensor> outputs) {
    JsonNode node = golden.get("loss");
    NnModule loss =
        LayerTwins.build(node.get("loss").asText(), new Arguments(node.get("args"), golden));
    Tensor output = outputs.get(node.get("of_output").asInt());
    Tensor target = golden.input(node.get("target").asText());
    return loss.invoke(List.of(IValue.from(output), IValue.from(target))).toTensor();
  }

  private static void train(GoldenCase golden) {
    JsonNode sgd = golden.get("sgd");
    NnModule model = fresh(golden);
    Arguments args = new Arguments(sgd.get("args"), golden);
    List<dev.cresset.nn.Option.ForSgd> options = new ArrayList<>();
    args.option("momentum", options, v -> Options.momentum(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    SGD optimizer =
        new SGD(
            model.parameters(),
            Options.lr(args.number("lr")),
            options.toArray(new dev.cresset.nn.Option.ForSgd[0]));
    args.allRead("SGD");
    Comparison losses =
        new Comparison(sgd.path("rtol").asDouble(1.3e-6), sgd.path("atol").asDouble(1e-5));
    for (int step = 0; step < sgd.get("steps").asInt(); step++) {
      optimizer.zeroGrad();
      Tensor loss = loss(golden, outputs(golden, model));
      losses.check(
          "loss of step " + step, step, loss.item(), sgd.get("losses").get(step).asDouble());
      loss.backward();
      optimizer.step();
    }
    Comparison state =
        new Comparison(
            sgd.path("state_rtol").asDouble(golden.rtol()),
            sgd.path("state_atol").asDouble(golden.atol()));
    Map<String, Tensor> after = model.stateDict();
    sgd.path("state_dict_after")
        .fields()
        .forEachRemaining(
            e ->
                state.check(
                    e.getKey() + " after training",
                    after.get(e.getKey()),
                    golden.expected(e.getValue().asText())));
  }
}
