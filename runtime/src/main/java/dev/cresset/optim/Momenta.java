package dev.cresset.optim;

import java.util.List;

/** A group's momentum, as schedules that change it with the rate see it: Adam's is its beta1. */
final class Momenta {

  private Momenta() {}

  static void check(Optimizer optimizer, String schedule) {
    for (ParamGroup group : optimizer.paramGroups()) {
      if (!group.settings().containsKey("betas") && !group.settings().containsKey("momentum")) {
        throw new IllegalArgumentException(
            "the optimizer has neither a momentum nor betas; use "
                + schedule
                + ".cycleMomentum(false)");
      }
    }
  }

  static void set(ParamGroup group, double momentum) {
    if (group.settings().containsKey("betas")) {
      group.put("betas", List.of(momentum, group.number("betas", 1)));
    } else {
      group.put("momentum", momentum);
    }
  }
}
