package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.optim.ChainedScheduler;
import dev.cresset.optim.ConstantLR;
import dev.cresset.optim.CosineAnnealingLR;
import dev.cresset.optim.CosineAnnealingWarmRestarts;
import dev.cresset.optim.CyclicLR;
import dev.cresset.optim.CyclicOption;
import dev.cresset.optim.ExponentialLR;
import dev.cresset.optim.LambdaLR;
import dev.cresset.optim.LinearLR;
import dev.cresset.optim.MetricMode;
import dev.cresset.optim.MultiStepLR;
import dev.cresset.optim.MultiplicativeLR;
import dev.cresset.optim.OneCycleLR;
import dev.cresset.optim.OneCycleOption;
import dev.cresset.optim.Optimizer;
import dev.cresset.optim.PlateauOption;
import dev.cresset.optim.PolynomialLR;
import dev.cresset.optim.ReduceLROnPlateau;
import dev.cresset.optim.Scheduler;
import dev.cresset.optim.SequentialLR;
import dev.cresset.optim.StepLR;
import dev.cresset.optim.ThresholdMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
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
    LongConsumer stepping = stepping(golden, args, optimizer);
    JsonNode rates = golden.get("lrs");
    for (int step = 0; step < rates.size(); step++) {
      if (step > 0) {
        stepping.accept(step);
      }
      for (int g = 0; g < rates.get(step).size(); g++) {
        RATES.check(
            "rate of group " + g + " after " + step + " steps",
            g,
            optimizer.paramGroups().get(g).lr(),
            rates.get(step).get(g).asDouble());
      }
      if (golden.has("momentums")) {
        checkMomentums(optimizer, golden.get("momentums").get(step));
      }
    }
  }

  private static void checkMomentums(Optimizer optimizer, JsonNode want) {
    for (int g = 0; g < want.size(); g++) {
      Map<String, Object> settings = optimizer.paramGroups().get(g).settings();
      Object momentum =
          settings.get("betas") instanceof List<?> betas ? betas.get(0) : settings.get("momentum");
      RATES.check("momentum of group " + g, g, (Double) momentum, want.get(g).asDouble());
    }
  }

  /** What the step of this number, from 1 on, calls. */
  private static LongConsumer stepping(GoldenCase golden, Arguments args, Optimizer optimizer) {
    if (golden.name().equals("ReduceLROnPlateau")) {
      ReduceLROnPlateau plateau = new ReduceLROnPlateau(optimizer, plateau(args));
      args.allRead(golden.name());
      JsonNode metrics = golden.get("metrics");
      return step -> plateau.step(metrics.get((int) step - 1).asDouble());
    }
    Scheduler scheduler = build(golden.name(), args, optimizer);
    args.allRead(golden.name());
    return step -> scheduler.step();
  }

  private static PlateauOption[] plateau(Arguments args) {
    List<PlateauOption> options = new ArrayList<>();
    args.option("mode", options, v -> ReduceLROnPlateau.mode(MetricMode.valueOf(upper(v))));
    args.option("factor", options, v -> ReduceLROnPlateau.factor(v.asDouble()));
    args.option("patience", options, v -> ReduceLROnPlateau.patience(v.asLong()));
    args.option("threshold", options, v -> ReduceLROnPlateau.threshold(v.asDouble()));
    args.option(
        "threshold_mode",
        options,
        v -> ReduceLROnPlateau.thresholdMode(ThresholdMode.valueOf(upper(v))));
    args.option("cooldown", options, v -> ReduceLROnPlateau.cooldown(v.asLong()));
    args.option("min_lr", options, v -> ReduceLROnPlateau.minLr(v.asDouble()));
    args.option("eps", options, v -> ReduceLROnPlateau.eps(v.asDouble()));
    return options.toArray(new PlateauOption[0]);
  }

  private static String upper(JsonNode word) {
    return word.asText().toUpperCase(Locale.ROOT);
  }

  private static List<Scheduler> schedulers(Arguments args, Optimizer optimizer) {
    List<Scheduler> all = new ArrayList<>();
    for (JsonNode each : args.get("schedulers")) {
      Arguments own = new Arguments(each.get("args"), args.golden());
      String name = each.get("scheduler").asText();
      all.add(build(name, own, optimizer));
      own.allRead(name);
    }
    return all;
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
      case "PolynomialLR" ->
          new PolynomialLR(optimizer, args.integer("total_iters", 5), args.number("power", 1));
      case "SequentialLR" ->
          new SequentialLR(optimizer, schedulers(args, optimizer), args.integers("milestones"));
      case "ChainedScheduler" -> new ChainedScheduler(optimizer, schedulers(args, optimizer));
      case "CosineAnnealingWarmRestarts" ->
          new CosineAnnealingWarmRestarts(
              optimizer, args.integer("T_0"), args.integer("T_mult", 1), args.number("eta_min", 0));
      case "CyclicLR" ->
          new CyclicLR(
              optimizer,
              rates(args.get("base_lr"), optimizer),
              rates(args.get("max_lr"), optimizer),
              cyclic(args));
      case "OneCycleLR" ->
          new OneCycleLR(
              optimizer,
              rates(args.get("max_lr"), optimizer),
              args.has("total_steps")
                  ? args.integer("total_steps")
                  : args.integer("epochs") * args.integer("steps_per_epoch"),
              oneCycle(args));
      default -> throw new NotCovered("scheduler " + name);
    };
  }

  private static List<Double> rates(JsonNode given, Optimizer optimizer) {
    List<Double> all = new ArrayList<>();
    for (int g = 0; g < optimizer.paramGroups().size(); g++) {
      all.add((given.isArray() ? given.get(g) : given).asDouble());
    }
    return all;
  }

  private static CyclicOption[] cyclic(Arguments args) {
    List<CyclicOption> options = new ArrayList<>();
    args.option("step_size_up", options, v -> CyclicLR.stepSizeUp(v.asDouble()));
    args.option("step_size_down", options, v -> CyclicLR.stepSizeDown(v.asDouble()));
    double gamma = args.number("gamma", 1);
    args.option(
        "mode",
        options,
        v ->
            switch (v.asText()) {
              case "triangular" -> CyclicLR.scale(cycle -> 1);
              case "triangular2" -> CyclicLR.triangular2();
              case "exp_range" -> CyclicLR.expRange(gamma);
              default -> throw new NotCovered("CyclicLR's mode " + v);
            });
    args.option("cycle_momentum", options, v -> CyclicLR.cycleMomentum(v.asBoolean()));
    args.option("base_momentum", options, v -> CyclicLR.baseMomentum(v.asDouble()));
    args.option("max_momentum", options, v -> CyclicLR.maxMomentum(v.asDouble()));
    return options.toArray(new CyclicOption[0]);
  }

  private static OneCycleOption[] oneCycle(Arguments args) {
    List<OneCycleOption> options = new ArrayList<>();
    args.option("pct_start", options, v -> OneCycleLR.pctStart(v.asDouble()));
    args.option(
        "anneal_strategy", options, v -> OneCycleLR.linearAnneal(v.asText().equals("linear")));
    args.option("cycle_momentum", options, v -> OneCycleLR.cycleMomentum(v.asBoolean()));
    args.option("base_momentum", options, v -> OneCycleLR.baseMomentum(v.asDouble()));
    args.option("max_momentum", options, v -> OneCycleLR.maxMomentum(v.asDouble()));
    args.option("div_factor", options, v -> OneCycleLR.divFactor(v.asDouble()));
    args.option("final_div_factor", options, v -> OneCycleLR.finalDivFactor(v.asDouble()));
    args.option("three_phase", options, v -> OneCycleLR.threePhase(v.asBoolean()));
    return options.toArray(new OneCycleOption[0]);
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
