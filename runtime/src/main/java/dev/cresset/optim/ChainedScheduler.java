package dev.cresset.optim;

import java.util.List;

/**
 * Several schedules at once: each changes what those before it left. As {@code ChainedScheduler}.
 */
public final class ChainedScheduler extends ScheduleList {

  /**
   * A chain of schedules of one optimizer, which have set its first rates.
   *
   * @throws IllegalArgumentException if they are of several optimizers, or none is given
   */
  public ChainedScheduler(Optimizer optimizer, List<? extends Scheduler> schedulers) {
    super(optimizer, schedulers);
    goTo(0);
  }

  @Override
  void advance() {
    schedulers.forEach(Scheduler::step);
  }

  @Override
  void restart() {
    goTo(0);
    schedulers.forEach(Scheduler::restart);
  }
}
