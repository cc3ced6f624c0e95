package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.nn.Option;
import dev.cresset.nn.Options;
import dev.cresset.optim.ASGD;
import dev.cresset.optim.Adadelta;
import dev.cresset.optim.Adagrad;
import dev.cresset.optim.Adam;
import dev.cresset.optim.AdamW;
import dev.cresset.optim.Adamax;
import dev.cresset.optim.NAdam;
import dev.cresset.optim.Optimizer;
import dev.cresset.optim.RAdam;
import dev.cresset.optim.RMSprop;
import dev.cresset.optim.Rprop;
import dev.cresset.optim.SGD;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps of an optimizer on given gradients. */
final class OptimizerCases {
  private OptimizerCases() {}

  static void run(GoldenCase golden) {
    Map<String, Tensor> params = new LinkedHashMap<>();
    golden.map("params").forEach((name, tensor) -> params.put(name, parameter(golden, tensor)));
    Optimizer optimizer = build(golden, params);
    Comparison comparison = Comparison.of(golden);
    for (int step = 0; step < golden.get("steps").asInt(); step++) {
      for (Map.Entry<String, Tensor> entry : params.entrySet()) {
        entry.getValue().setGrad(at(golden, "grads", entry.getKey(), step));
      }
      optimizer.step();
      for (Map.Entry<String, Tensor> entry : params.entrySet()) {
        comparison.check(
            entry.getKey() + " after step " + (step + 1),
            entry.getValue().detach(),
            at(golden, "trajectory", entry.getKey(), step));
      }
    }
    golden
        .get("state_after")
        .fields()
        .forEachRemaining(
            e -> checkState(golden, optimizer.state(params.get(e.getKey())), e.getValue()));
  }

  private static Tensor parameter(GoldenCase golden, @Nullable String name) {
    return golden.input(String.valueOf(name)).requiresGrad_(true);
  }

  private static Tensor at(GoldenCase golden, String field, String name, int step) {
    return Tensors.copy(Tensors.row(golden.expected(golden.get(field).get(name).asText()), step));
  }

  private static void checkState(
      GoldenCase golden, Map<String, @Nullable Object> state, JsonNode expected) {
    Iterator<Map.Entry<String, JsonNode>> entries = expected.fields();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      Object got = state.get(entry.getKey());
      JsonNode want = entry.getValue();
      if (want.isTextual()) {
        Tensor tensor = golden.expected(want.asText());
        if (got instanceof Tensor mine) {
          Comparison.of(golden).check(entry.getKey(), mine.detach(), tensor);
        } else if (got instanceof Number number && tensor.numel() == 1) {
          Comparison.of(golden).check(entry.getKey(), 0, number.doubleValue(), tensor.item());
        } else {
          throw new Mismatch("state " + entry.getKey() + " is " + got);
        }
      } else if (want.isNumber()) {
        double value = got instanceof Tensor t ? t.item() : ((Number) got).doubleValue();
        Comparison.of(golden).check(entry.getKey(), 0, value, want.asDouble());
      }
    }
  }

  private static Optimizer build(GoldenCase golden, Map<String, Tensor> params) {
    JsonNode groups = golden.get("param_groups");
    if (!groups.isArray()) {
      return build(golden.name(), golden.args(), List.copyOf(params.values()));
    }
    Optimizer optimizer = null;
    for (JsonNode group : groups) {
      List<Tensor> members = new ArrayList<>();
      group.get("params").forEach(name -> members.add(params.get(name.asText())));
      Arguments own = new Arguments(group, golden);
      own.get("params");
      if (optimizer == null) { // the first group's own settings stand over the common ones
        optimizer = build(golden.name(), golden.args(), members);
        override(optimizer, own);
      } else {
        add(optimizer, own, members);
      }
    }
    if (optimizer == null) {
      throw new IllegalArgumentException(golden.id() + " has no parameter groups");
    }
    return optimizer;
  }

  /** An optimizer by its PyTorch name. */
  static Optimizer build(String name, Arguments args, List<Tensor> params) {
    Optimizer made =
        switch (name) {
          case "SGD" ->
              new SGD(
                  params, Options.lr(args.number("lr")), sgd(args).toArray(new Option.ForSgd[0]));
          case "Adam" -> new Adam(params, adam(args).toArray(new Option.ForAdam[0]));
          case "AdamW" -> new AdamW(params, adam(args).toArray(new Option.ForAdam[0]));
          case "RMSprop" -> new RMSprop(params, rmsprop(args).toArray(new Option.ForRmsprop[0]));
          case "Adagrad" -> new Adagrad(params, adagrad(args).toArray(new Option.ForAdagrad[0]));
          case "Adadelta" ->
              new Adadelta(params, adadelta(args).toArray(new Option.ForAdadelta[0]));
          case "Adamax" -> new Adamax(params, adamax(args).toArray(new Option.ForAdamax[0]));
          case "NAdam" -> new NAdam(params, nadam(args).toArray(new Option.ForNadam[0]));
          case "RAdam" -> new RAdam(params, radam(args).toArray(new Option.ForRadam[0]));
          case "Rprop" -> new Rprop(params, rprop(args).toArray(new Option.ForRprop[0]));
          case "ASGD" -> new ASGD(params, asgd(args).toArray(new Option.ForAsgd[0]));
          default -> throw new NotCovered("optimizer " + name);
        };
    args.allRead(name);
    return made;
  }

  private static void override(Optimizer optimizer, Arguments own) {
    for (String name : own.names()) {
      if (name.equals("params")) {
        continue;
      }
      JsonNode value = own.get(name);
      if (value.isArray()) {
        optimizer
            .paramGroups()
            .get(0)
            .set(name, List.of(value.get(0).asDouble(), value.get(1).asDouble()));
      } else {
        optimizer.paramGroups().get(0).set(name, value.asDouble());
      }
    }
  }

  /** Adds a group with settings of its own. */
  static void add(Optimizer optimizer, Arguments own, List<Tensor> members) {
    if (optimizer instanceof SGD sgd) {
      List<Option.ForSgd> options = sgd(own);
      own.option("lr", options, v -> Options.lr(v.asDouble()));
      sgd.addParamGroup(members, options.toArray(new Option.ForSgd[0]));
    } else if (optimizer instanceof Adam adam) {
      adam.addParamGroup(members, adam(own).toArray(new Option.ForAdam[0]));
    } else if (optimizer instanceof AdamW adam) {
      adam.addParamGroup(members, adam(own).toArray(new Option.ForAdam[0]));
    } else if (optimizer instanceof RMSprop rmsprop) {
      rmsprop.addParamGroup(members, rmsprop(own).toArray(new Option.ForRmsprop[0]));
    } else if (optimizer instanceof Adagrad adagrad) {
      adagrad.addParamGroup(members, adagrad(own).toArray(new Option.ForAdagrad[0]));
    } else if (optimizer instanceof Adadelta adadelta) {
      adadelta.addParamGroup(members, adadelta(own).toArray(new Option.ForAdadelta[0]));
    } else if (optimizer instanceof Adamax adamax) {
      adamax.addParamGroup(members, adamax(own).toArray(new Option.ForAdamax[0]));
    } else if (optimizer instanceof NAdam nadam) {
      nadam.addParamGroup(members, nadam(own).toArray(new Option.ForNadam[0]));
    } else if (optimizer instanceof RAdam radam) {
      radam.addParamGroup(members, radam(own).toArray(new Option.ForRadam[0]));
    } else if (optimizer instanceof Rprop rprop) {
      rprop.addParamGroup(members, rprop(own).toArray(new Option.ForRprop[0]));
    } else if (optimizer instanceof ASGD asgd) {
      asgd.addParamGroup(members, asgd(own).toArray(new Option.ForAsgd[0]));
    } else {
      throw new NotCovered("groups of " + optimizer.getClass().getSimpleName());
    }
    own.allRead("a parameter group");
  }

  private static List<Option.ForSgd> sgd(Arguments args) {
    List<Option.ForSgd> options = new ArrayList<>();
    args.option("momentum", options, v -> Options.momentum(v.asDouble()));
    args.option("dampening", options, v -> Options.dampening(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option("nesterov", options, v -> Options.nesterov(v.asBoolean()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }

  private static List<Option.ForAdam> adam(Arguments args) {
    List<Option.ForAdam> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("betas", options, v -> Options.betas(v.get(0).asDouble(), v.get(1).asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option("amsgrad", options, v -> Options.amsgrad(v.asBoolean()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }

  private static List<Option.ForRmsprop> rmsprop(Arguments args) {
    List<Option.ForRmsprop> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("alpha", options, v -> Options.alpha(v.asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option("momentum", options, v -> Options.momentum(v.asDouble()));
    args.option("centered", options, v -> Options.centered(v.asBoolean()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }

  private static List<Option.ForAdagrad> adagrad(Arguments args) {
    List<Option.ForAdagrad> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("lr_decay", options, v -> Options.lrDecay(v.asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option(
        "initial_accumulator_value", options, v -> Options.initialAccumulatorValue(v.asDouble()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }

  private static List<Option.ForAdadelta> adadelta(Arguments args) {
    List<Option.ForAdadelta> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("rho", options, v -> Options.rho(v.asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }

  private static List<Option.ForAdamax> adamax(Arguments args) {
    List<Option.ForAdamax> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("betas", options, v -> Options.betas(v.get(0).asDouble(), v.get(1).asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }

  private static List<Option.ForNadam> nadam(Arguments args) {
    List<Option.ForNadam> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("betas", options, v -> Options.betas(v.get(0).asDouble(), v.get(1).asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option("momentum_decay", options, v -> Options.momentumDecay(v.asDouble()));
    return options;
  }

  private static List<Option.ForRadam> radam(Arguments args) {
    List<Option.ForRadam> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("betas", options, v -> Options.betas(v.get(0).asDouble(), v.get(1).asDouble()));
    args.option("eps", options, v -> Options.eps(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    return options;
  }

  private static List<Option.ForRprop> rprop(Arguments args) {
    List<Option.ForRprop> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("etas", options, v -> Options.etas(v.get(0).asDouble(), v.get(1).asDouble()));
    args.option(
        "step_sizes", options, v -> Options.stepSizes(v.get(0).asDouble(), v.get(1).asDouble()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }

  private static List<Option.ForAsgd> asgd(Arguments args) {
    List<Option.ForAsgd> options = new ArrayList<>();
    args.option("lr", options, v -> Options.lr(v.asDouble()));
    args.option("lambd", options, v -> Options.lambd(v.asDouble()));
    args.option("alpha", options, v -> Options.alpha(v.asDouble()));
    args.option("t0", options, v -> Options.averageFrom(v.asDouble()));
    args.option("weight_decay", options, v -> Options.weightDecay(v.asDouble()));
    args.option("maximize", options, v -> Options.maximize(v.asBoolean()));
    return options;
  }
}
