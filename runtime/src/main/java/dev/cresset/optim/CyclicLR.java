package dev.cresset.optim;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Lets the rates rise and fall between two, again and again, and the momentum the other way round
 * (Smith, 2015). As {@code CyclicLR}; its step is one of the optimizer's.
 *
 * <pre>new CyclicLR(optimizer, 0.01, 0.1, CyclicLR.stepSizeUp(500), CyclicLR.triangular2())</pre>
 */
public final class CyclicLR extends Scheduler {
  private final List<Double> baseLrs;
  private final List<Double> maxLrs;
  private double stepSizeUp = 2000;
  private double stepSizeDown = Double.NaN;
  private DoubleUnaryOperator scale = cycle -> 1;
  private boolean ofSteps;
  private boolean cycleMomentum = true;
  private double baseMomentum = 0.8;
  private double maxMomentum = 0.9;

  /** A schedule with the same two rates for all groups. */
  public CyclicLR(Optimizer optimizer, double baseLr, double maxLr, CyclicOption... options) {
    this(
        optimizer,
        Collections.nCopies(optimizer.paramGroups().size(), baseLr),
        Collections.nCopies(optimizer.paramGroups().size(), maxLr),
        options);
  }

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param baseLrs the lowest rate of each group
   * @param maxLrs the highest rate of each group
   * @param options stepSizeUp (2000 if absent), stepSizeDown (as many), triangular2 or expRange or
   *     a scale (all cycles of the same height), cycleMomentum (true), baseMomentum (0.8),
   *     maxMomentum (0.9)
   * @throws IllegalArgumentException if there is not a rate for each group, or the optimizer has no
   *     momentum that could be cycled
   */
  public CyclicLR(
      Optimizer optimizer, List<Double> baseLrs, List<Double> maxLrs, CyclicOption... options) {
    super(optimizer);
    for (CyclicOption option : options) {
      read(option);
    }
    List<ParamGroup> groups = optimizer.paramGroups();
    if (baseLrs.size() != groups.size() || maxLrs.size() != groups.size()) {
      throw new IllegalArgumentException(
          "%d lowest and %d highest rates are given for %d groups"
              .formatted(baseLrs.size(), maxLrs.size(), groups.size()));
    }
    if (Double.isNaN(stepSizeDown)) {
      stepSizeDown = stepSizeUp;
    }
    if (cycleMomentum) {
      Momenta.check(optimizer, "CyclicLR");
    }
    this.baseLrs = List.copyOf(baseLrs);
    this.maxLrs = List.copyOf(maxLrs);
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).put("initial_lr", baseLrs.get(i));
    }
    start();
  }

  private void read(CyclicOption option) {
    if (option instanceof CyclicOption.StepSizeUp o) {
      stepSizeUp = o.steps();
    } else if (option instanceof CyclicOption.StepSizeDown o) {
      stepSizeDown = o.steps();
    } else if (option instanceof CyclicOption.Scale o) {
      scale = o.function();
      ofSteps = o.ofSteps();
    } else if (option instanceof CyclicOption.CycleMomentum o) {
      cycleMomentum = o.on();
    } else if (option instanceof CyclicOption.BaseMomentum o) {
      baseMomentum = o.value();
    } else if (option instanceof CyclicOption.MaxMomentum o) {
      maxMomentum = o.value();
    }
  }

  @Override
  void advance() {
    double whole = stepSizeUp + stepSizeDown;
    double rising = stepSizeUp / whole;
    double cycle = Math.floor(1 + epoch() / whole);
    double within = 1 + epoch() / whole - cycle;
    double height = within <= rising ? within / rising : (within - 1) / (rising - 1);
    height *= scale.applyAsDouble(ofSteps ? epoch() : cycle);
    List<ParamGroup> groups = optimizer().paramGroups();
    for (int i = 0; i < groups.size(); i++) {
      double base = baseLrs.get(i);
      groups.get(i).setLr(base + (maxLrs.get(i) - base) * height);
      if (cycleMomentum) {
        Momenta.set(groups.get(i), maxMomentum - (maxMomentum - baseMomentum) * height);
      }
    }
  }

  @Override
  void restart() {
    goTo(0);
    advance();
  }

  /** How many steps the rates rise. As {@code step_size_up}. */
  public static CyclicOption stepSizeUp(double steps) {
    return new CyclicOption.StepSizeUp(steps);
  }

  /** How many steps the rates fall; as many as they rise if absent. As {@code step_size_down}. */
  public static CyclicOption stepSizeDown(double steps) {
    return new CyclicOption.StepSizeDown(steps);
  }

  /** Each cycle has half the height of the one before. As {@code mode='triangular2'}. */
  public static CyclicOption triangular2() {
    return scale(cycle -> 1 / Math.pow(2, cycle - 1));
  }

  /** The height falls by this factor with each step. As {@code mode='exp_range'}. */
  public static CyclicOption expRange(double gamma) {
    return scaleBySteps(steps -> Math.pow(gamma, steps));
  }

  /** The height of a cycle by its number, from 1 on. As {@code scale_fn}. */
  public static CyclicOption scale(DoubleUnaryOperator function) {
    return new CyclicOption.Scale(function, false);
  }

  /** The height by the number of steps. As {@code scale_fn, scale_mode='iterations'}. */
  public static CyclicOption scaleBySteps(DoubleUnaryOperator function) {
    return new CyclicOption.Scale(function, true);
  }

  /** Whether the momentum falls as the rate rises. As {@code cycle_momentum}. */
  public static CyclicOption cycleMomentum(boolean on) {
    return new CyclicOption.CycleMomentum(on);
  }

  /** The smallest momentum. As {@code base_momentum}. */
  public static CyclicOption baseMomentum(double value) {
    return new CyclicOption.BaseMomentum(value);
  }

  /** The greatest momentum. As {@code max_momentum}. */
  public static CyclicOption maxMomentum(double value) {
    return new CyclicOption.MaxMomentum(value);
  }
}
