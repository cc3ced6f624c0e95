package dev.cresset.optim;

import java.util.List;

/** A scheduler that computes each group's rate by itself. */
abstract class RateSchedule extends Scheduler {

  /** For subclasses, which call {@link #start} when they are complete. */
  RateSchedule(Optimizer optimizer) {
    super(optimizer);
  }

  /**
   * The rate of a group in the present epoch.
   *
   * @param group the group's index
   * @param current its rate in the epoch before
   */
  abstract double rate(int group, double current);

  /** What epoch 0 is computed from when another schedule went before: the initial rate. */
  double origin(int group, double current) {
    return baseLr(group);
  }

  @Override
  final void advance() {
    List<ParamGroup> groups = optimizer().paramGroups();
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).setLr(rate(i, groups.get(i).lr()));
    }
  }

  @Override
  final void restart() {
    goTo(0);
    List<ParamGroup> groups = optimizer().paramGroups();
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).setLr(rate(i, origin(i, groups.get(i).lr())));
    }
  }
}
