package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.optim.ConstantLR;
import dev.cresset.optim.CosineAnnealingLR;
import dev.cresset.optim.ExponentialLR;
import dev.cresset.optim.LambdaLR;
import dev.cresset.optim.LinearLR;
import dev.cresset.optim.MultiStepLR;
import dev.cresset.optim.MultiplicativeLR;
import dev.cresset.optim.Optimizer;
import dev.cresset.optim.Scheduler;
import dev.cresset.optim.StepLR;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Learning rates over the steps of a scheduler. */
final class SchedulerCases {
  /** The rates were written as doubles: only the last digits may differ. */
  private static final Comparison RATES = new Comparison(1e-12, 1e-15);

  private SchedulerCases() {}

  static void run(GoldenCase golden) {
    Optimizer optimizer = optimizer(golden);
    Arguments args = golden.args();
    Scheduler scheduler = build(golden.name(), args, optimizer);
    args.allRead(golden.name());
    JsonNode rates = golden.get("lrs");
    for (int step = 0; step < rates.size(); step++) {
      if (step > 0) {
        scheduler.step();
      }
      for (int g = 0; g < rates.get(step).size(); g++) {
        RATES.check(
            "rate of group " + g + " after " + step + " steps",
            g,
            optimizer.paramGroups().get(g).lr(),
            rates.get(step).get(g).asDouble());
      }
    }
    if (golden.has("momentums")) {
      throw new NotCovered("momentums of " + golden.name());
    }
  }

  private static Optimizer optimizer(GoldenCase golden) {
    JsonNode node = golden.get("optimizer");
    Optimizer optimizer = null;
    for (JsonNode group : node.get("param_groups")) {
      List<Tensor> params = List.of(Tensor.of(1.0).requiresGrad_(true));
      Arguments own = new Arguments(group, golden);
      if (optimizer == null) {
        Arguments args = new Arguments(node.get("args"), golden);
        optimizer = OptimizerCases.build(node.get("optimizer").asText(), args, params);
        if (own.has("lr")) {
          optimizer.paramGroups().get(0).setLr(own.number("lr"));
        }
      } else {
        OptimizerCases.add(optimizer, own, params);
      }
    }
    if (optimizer == null) {
      throw new IllegalArgumentException(golden.id() + " has no parameter groups");
    }
    return optimizer;
  }

  private static Scheduler build(String name, Arguments args, Optimizer optimizer) {
    return switch (name) {
      case "StepLR" -> new StepLR(optimizer, args.integer("step_size"), args.number("gamma", 0.1));
      case "MultiStepLR" ->
          new MultiStepLR(
              optimizer,
              Arrays.stream(args.integers("milestones")).boxed().toList(),
              args.number("gamma", 0.1));
      case "ExponentialLR" -> new ExponentialLR(optimizer, args.number("gamma"));
      case "CosineAnnealingLR" ->
          new CosineAnnealingLR(optimizer, args.integer("T_max"), args.number("eta_min", 0));
      case "LinearLR" ->
          new LinearLR(
              optimizer,
              args.number("start_factor", 1.0 / 3),
              args.number("end_factor", 1),
              args.integer("total_iters", 5));
      case "ConstantLR" ->
          new ConstantLR(optimizer, args.number("factor", 1.0 / 3), args.integer("total_iters", 5));
      case "LambdaLR" -> new LambdaLR(optimizer, lambdas(args, optimizer));
      case "MultiplicativeLR" -> new MultiplicativeLR(optimizer, lambdas(args, optimizer).get(0));
      default -> throw new NotCovered("scheduler " + name);
    };
  }

  private static List<LongToDoubleFunction> lambdas(Arguments args, Optimizer optimizer) {
    JsonNode given = args.get("lr_lambda");
    List<LongToDoubleFunction> all = new ArrayList<>();
    for (int g = 0; g < optimizer.paramGroups().size(); g++) {
      @Nullable JsonNode own = given.isArray() ? given.get(g) : given;
      all.add(new PythonFormula("epoch", own.get("lambda").asText()));
    }
    return all;
  }
}
