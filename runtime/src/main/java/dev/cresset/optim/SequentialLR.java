package dev.cresset.optim;

import java.util.List;

/**
 * One schedule after the other, each from the initial rates on. As {@code SequentialLR}.
 *
 * <pre>new SequentialLR(optimizer, List.of(warmUp, falling), 5)</pre>
 */
public final class SequentialLR extends ScheduleList {
  private final long[] milestones;

  /**
   * A sequence of schedules of {@code optimizer}.
   *
   * @param milestones the epochs in which the second, third and so on begin, increasing
   * @throws IllegalArgumentException if there is not one schedule more than milestones, or they are
   *     of another optimizer
   */
  public SequentialLR(
      Optimizer optimizer, List<? extends Scheduler> schedulers, long... milestones) {
    super(optimizer, schedulers);
    if (milestones.length != schedulers.size() - 1) {
      throw new IllegalArgumentException(
          "there must be one scheduler more than milestones, given "
              + schedulers.size()
              + " and "
              + milestones.length);
    }
    for (int i = 1; i < milestones.length; i++) {
      if (milestones[i] <= milestones[i - 1]) {
        throw new IllegalArgumentException("the milestones must increase: " + milestones[i]);
      }
    }
    this.milestones = milestones.clone();
    restart();
  }

  @Override
  void advance() {
    int now = 0;
    while (now < milestones.length && milestones[now] <= epoch()) {
      now++;
    }
    if (now > 0 && milestones[now - 1] == epoch()) {
      schedulers.get(now).restart();
    } else {
      schedulers.get(now).step();
    }
  }

  @Override
  void restart() {
    goTo(0);
    for (ParamGroup group : optimizer().paramGroups()) {
      group.setLr(group.number("initial_lr")); // each has set its own first rates already
    }
    schedulers.get(0).restart();
  }
}
