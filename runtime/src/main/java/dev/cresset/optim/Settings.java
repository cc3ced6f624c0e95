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
    settings.putAll(adam(options));
    notNegative(settings, "lr", "eps", "weight_decay");
    return settings;
  }

  static Map<String, Object> adam(Option.ForAdam[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Option.ForAdam option : options) {
      if (option instanceof Option.LearningRate o) {
        settings.put("lr", o.value());
      } else if (option instanceof Option.Betas o) {
        checkBeta(o.first());
        checkBeta(o.second());
        settings.put("betas", List.of(o.first(), o.second()));
      } else if (option instanceof Option.Eps o) {
        settings.put("eps", o.value());
      } else if (option instanceof Option.WeightDecay o) {
        settings.put("weight_decay", o.value());
      } else if (option instanceof Option.Amsgrad o) {
        settings.put("amsgrad", o.on());
      } else if (option instanceof Option.Maximize o) {
        settings.put("maximize", o.on());
      }
    }
    return settings;
  }

  private static void checkBeta(double beta) {
    if (!(beta >= 0 && beta < 1)) {
      throw new IllegalArgumentException("a beta is " + beta + "; it must be 0 or more, below 1");
    }
  }
}
