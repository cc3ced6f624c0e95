package dev.cresset.optim;

import dev.cresset.nn.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of optimizers under PyTorch's names, made from options. */
final class Settings {

  private Settings() {}

  static void notNegative(Map<String, Object> settings, String... names) {
    for (String name : names) {
      if (settings.get(name) instanceof Double value && !(value >= 0)) {
        throw new IllegalArgumentException(name + " is " + value + "; it must be 0 or more");
      }
    }
  }

  /** Adam's and AdamW's settings; they differ in the default decay of weights. */
  static Map<String, Object> adam(double weightDecay, Option.ForAdam[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 1e-3);
    settings.put("betas", List.of(0.9, 0.999));
    settings.put("eps", 1e-8);
    settings.put("weight_decay", weightDecay);
    settings.put("amsgrad", false);
    settings.put("maximize", false);
    settings.putAll(of(options));
    notNegative(settings, "lr", "eps", "weight_decay");
    return settings;
  }

  /** What is given; which options an optimizer takes is settled by their types. */
  static Map<String, Object> of(Option... options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Option option : options) {
      if (!common(option, settings) && !adaptive(option, settings) && !rare(option, settings)) {
        throw new IllegalArgumentException(option + " is no option of an optimizer");
      }
    }
    return settings;
  }

  private static boolean common(Option option, Map<String, Object> settings) {
    if (option instanceof Option.LearningRate o) {
      settings.put("lr", o.value());
    } else if (option instanceof Option.WeightDecay o) {
      settings.put("weight_decay", o.value());
    } else if (option instanceof Option.Maximize o) {
      settings.put("maximize", o.on());
    } else if (option instanceof Option.Momentum o) {
      settings.put("momentum", o.value() == null ? 0.0 : o.value());
    } else if (option instanceof Option.Dampening o) {
      settings.put("dampening", o.value());
    } else if (option instanceof Option.Nesterov o) {
      settings.put("nesterov", o.on());
    } else {
      return false;
    }
    return true;
  }

  private static boolean adaptive(Option option, Map<String, Object> settings) {
    if (option instanceof Option.Betas o) {
      checkBeta(o.first());
      checkBeta(o.second());
      settings.put("betas", List.of(o.first(), o.second()));
    } else if (option instanceof Option.Eps o) {
      settings.put("eps", o.value());
    } else if (option instanceof Option.Amsgrad o) {
      settings.put("amsgrad", o.on());
    } else if (option instanceof Option.Alpha o) {
      settings.put("alpha", o.value());
    } else if (option instanceof Option.Centered o) {
      settings.put("centered", o.on());
    } else if (option instanceof Option.LrDecay o) {
      settings.put("lr_decay", o.value());
    } else if (option instanceof Option.InitialAccumulatorValue o) {
      settings.put("initial_accumulator_value", o.value());
    } else if (option instanceof Option.Rho o) {
      settings.put("rho", o.value());
    } else if (option instanceof Option.MomentumDecay o) {
      settings.put("momentum_decay", o.value());
    } else if (option instanceof Option.DecoupledWeightDecay o) {
      settings.put("decoupled_weight_decay", o.on());
    } else {
      return false;
    }
    return true;
  }

  private static boolean rare(Option option, Map<String, Object> settings) {
    if (option instanceof Option.Etas o) {
      settings.put("etas", List.of(o.smaller(), o.greater()));
    } else if (option instanceof Option.StepSizes o) {
      settings.put("step_sizes", List.of(o.min(), o.max()));
    } else if (option instanceof Option.Lambd o) {
      settings.put("lambd", o.value());
    } else if (option instanceof Option.AverageFrom o) {
      settings.put("t0", o.step());
    } else if (option instanceof Option.MaxIter o) {
      settings.put("max_iter", o.count());
    } else if (option instanceof Option.MaxEval o) {
      settings.put("max_eval", o.count());
    } else if (option instanceof Option.ToleranceGrad o) {
      settings.put("tolerance_grad", o.value());
    } else if (option instanceof Option.ToleranceChange o) {
      settings.put("tolerance_change", o.value());
    } else if (option instanceof Option.HistorySize o) {
      settings.put("history_size", o.count());
    } else if (option instanceof Option.StrongWolfe o) {
      settings.put("strong_wolfe", o.on());
    } else {
      return false;
    }
    return true;
  }

  private static void checkBeta(double beta) {
    if (!(beta >= 0 && beta < 1)) {
      throw new IllegalArgumentException("a beta is " + beta + "; it must be 0 or more, below 1");
    }
  }
}
