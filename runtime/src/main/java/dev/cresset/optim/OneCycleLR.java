package dev.cresset.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lets the rates rise to a high one and fall far below the first, once over the whole training, and
 * the momentum the other way round (Smith and Topin, 2017). As {@code OneCycleLR}; its step is one
 * of the optimizer's.
 *
 * <pre>new OneCycleLR(optimizer, 0.1, epochs * loader.size(), OneCycleLR.pctStart(0.2))</pre>
 */
public final class OneCycleLR extends Scheduler {
  private final long totalSteps;
  private double pctStart = 0.3;
  private boolean linear;
  private boolean cycleMomentum = true;
  private double baseMomentum = 0.85;
  private double maxMomentum = 0.95;
  private double divFactor = 25;
  private double finalDivFactor = 1e4;
  private boolean threePhase;
  private final List<Phase> phases = new ArrayList<>();

  /** A stretch of the cycle; rates and momenta are settings of the group. */
  private record Phase(
      double end, String fromRate, String toRate, String fromMomentum, String toMomentum) {}

  /** A schedule with one highest rate for all groups. */
  public OneCycleLR(Optimizer optimizer, double maxLr, long totalSteps, OneCycleOption... options) {
    this(
        optimizer, Collections.nCopies(optimizer.paramGroups().size(), maxLr), totalSteps, options);
  }

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param maxLrs the highest rate of each group
   * @param totalSteps how many steps the training has
   * @param options pctStart (0.3 if absent), linearAnneal, cycleMomentum (true), baseMomentum
   *     (0.85), maxMomentum (0.95), divFactor (25), finalDivFactor (1e4), threePhase
   * @throws IllegalArgumentException if there is not a rate for each group, or the optimizer has no
   *     momentum that could be cycled
   */
  public OneCycleLR(
      Optimizer optimizer, List<Double> maxLrs, long totalSteps, OneCycleOption... options) {
    super(optimizer);
    for (OneCycleOption option : options) {
      read(option);
    }
    List<ParamGroup> groups = optimizer.paramGroups();
    if (maxLrs.size() != groups.size()) {
      throw new IllegalArgumentException(
          maxLrs.size() + " highest rates are given for " + groups.size() + " groups");
    }
    if (totalSteps <= 0 || !(pctStart >= 0 && pctStart <= 1)) {
      throw new IllegalArgumentException(
          "totalSteps is "
              + totalSteps
              + " and must be 1 or more; pctStart is "
              + pctStart
              + " and must lie between 0 and 1");
    }
    this.totalSteps = totalSteps;
    if (cycleMomentum) {
      Momenta.check(optimizer, "OneCycleLR");
    }
    for (int i = 0; i < groups.size(); i++) {
      double first = maxLrs.get(i) / divFactor;
      groups.get(i).put("initial_lr", first);
      groups.get(i).put("max_lr", maxLrs.get(i));
      groups.get(i).put("min_lr", first / finalDivFactor);
      groups.get(i).put("max_momentum", maxMomentum);
      groups.get(i).put("base_momentum", baseMomentum);
    }
    double risen = pctStart * totalSteps - 1;
    phases.add(new Phase(risen, "initial_lr", "max_lr", "max_momentum", "base_momentum"));
    if (threePhase) {
      phases.add(
          new Phase(
              2 * pctStart * totalSteps - 2,
              "max_lr",
              "initial_lr",
              "base_momentum",
              "max_momentum"));
      phases.add(new Phase(totalSteps - 1, "initial_lr", "min_lr", "max_momentum", "max_momentum"));
    } else {
      phases.add(new Phase(totalSteps - 1, "max_lr", "min_lr", "base_momentum", "max_momentum"));
    }
    start();
  }

  private void read(OneCycleOption option) {
    if (option instanceof OneCycleOption.PctStart o) {
      pctStart = o.part();
    } else if (option instanceof OneCycleOption.LinearAnneal o) {
      linear = o.on();
    } else if (option instanceof OneCycleOption.CycleMomentum o) {
      cycleMomentum = o.on();
    } else if (option instanceof OneCycleOption.BaseMomentum o) {
      baseMomentum = o.value();
    } else if (option instanceof OneCycleOption.MaxMomentum o) {
      maxMomentum = o.value();
    } else if (option instanceof OneCycleOption.DivFactor o) {
      divFactor = o.value();
    } else if (option instanceof OneCycleOption.FinalDivFactor o) {
      finalDivFactor = o.value();
    } else if (option instanceof OneCycleOption.ThreePhase o) {
      threePhase = o.on();
    }
  }

  @Override
  void advance() {
    if (epoch() > totalSteps) {
      throw new IllegalStateException(
          "tried to step " + epoch() + " times; the schedule was made for " + totalSteps);
    }
    int now = 0;
    while (now < phases.size() - 1 && epoch() > phases.get(now).end) {
      now++;
    }
    Phase phase = phases.get(now);
    double begin = now == 0 ? 0 : phases.get(now - 1).end;
    double done = (epoch() - begin) / (phase.end - begin);
    for (ParamGroup group : optimizer().paramGroups()) {
      group.setLr(between(group.number(phase.fromRate), group.number(phase.toRate), done));
      if (cycleMomentum) {
        double from = group.number(phase.fromMomentum);
        Momenta.set(group, between(from, group.number(phase.toMomentum), done));
      }
    }
  }

  @Override
  void restart() {
    goTo(0);
    advance();
  }

  private double between(double from, double to, double done) {
    return linear
        ? (to - from) * done + from
        : to + (from - to) / 2 * (Math.cos(Math.PI * done) + 1);
  }

  /** Which part of all steps the rates rise. As {@code pct_start}. */
  public static OneCycleOption pctStart(double part) {
    return new OneCycleOption.PctStart(part);
  }

  /** Whether rates change along straight lines. As {@code anneal_strategy='linear'}. */
  public static OneCycleOption linearAnneal(boolean on) {
    return new OneCycleOption.LinearAnneal(on);
  }

  /** Whether the momentum falls as the rate rises. As {@code cycle_momentum}. */
  public static OneCycleOption cycleMomentum(boolean on) {
    return new OneCycleOption.CycleMomentum(on);
  }

  /** The smallest momentum. As {@code base_momentum}. */
  public static OneCycleOption baseMomentum(double value) {
    return new OneCycleOption.BaseMomentum(value);
  }

  /** The greatest momentum. As {@code max_momentum}. */
  public static OneCycleOption maxMomentum(double value) {
    return new OneCycleOption.MaxMomentum(value);
  }

  /** What the greatest rate is divided by for the first. As {@code div_factor}. */
  public static OneCycleOption divFactor(double value) {
    return new OneCycleOption.DivFactor(value);
  }

  /** What the first rate is divided by for the last. As {@code final_div_factor}. */
  public static OneCycleOption finalDivFactor(double value) {
    return new OneCycleOption.FinalDivFactor(value);
  }

  /** Whether the rates fall as fast as they rose, and then on. As {@code three_phase}. */
  public static OneCycleOption threePhase(boolean on) {
    return new OneCycleOption.ThreePhase(on);
  }
}
