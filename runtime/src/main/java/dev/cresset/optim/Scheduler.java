package dev.cresset.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets the learning rates of an optimizer as the steps go by. As {@code
 * torch.optim.lr_scheduler.LRScheduler}.
 *
 * <p>Construct it after the optimizer, and call {@link #step} once an epoch, after the optimizer's
 * steps. Rates are computed from the present ones, so schedules of the same optimizer combine.
 */
public abstract class Scheduler {
  private final Optimizer optimizer;
  private final List<Double> baseLrs = new ArrayList<>();
  private long epoch = -1;

  /** For subclasses, which call {@link #start} when they are complete. */
  Scheduler(Optimizer optimizer) {
    this.optimizer = optimizer;
    for (ParamGroup group : optimizer.paramGroups()) {
      if (!group.settings().containsKey("initial_lr")) {
        group.put("initial_lr", group.lr()); // the first schedule of several saw it first
      }
      baseLrs.add(group.number("initial_lr"));
    }
  }

  /** Sets the rates of the present epoch, from those of the one before. */
  abstract void advance();

  /** Sets the rates of epoch 0 anew, from the initial ones. */
  abstract void restart();

  /** Sets the first rates. */
  final void start() {
    step();
  }

  /** Goes on by one epoch and sets the rates. */
  public final void step() {
    epoch++;
    advance();
  }

  /** Goes back to the time before the first epoch, or to another. */
  final void goTo(long epoch) {
    this.epoch = epoch;
  }

  final Optimizer optimizer() {
    return optimizer;
  }

  /** The present rate of each group. As {@code get_last_lr}. */
  public final List<Double> lastLr() {
    return optimizer.paramGroups().stream().map(ParamGroup::lr).toList();
  }

  /** How many steps were taken. As {@code last_epoch}. */
  public final long epoch() {
    return epoch;
  }

  /** What the scheduler needs to go on, under PyTorch's names. */
  public Map<String, Object> stateDict() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("last_epoch", epoch);
    state.put("base_lrs", List.copyOf(baseLrs));
    state.put("_last_lr", lastLr());
    return state;
  }

  /**
   * Goes on where another stopped; the rates themselves are in the optimizer's state.
   *
   * @throws IllegalArgumentException if the state is not one of as many groups
   */
  public void loadStateDict(Map<String, ?> state) {
    if (!(state.get("last_epoch") instanceof Long last)
        || !(state.get("base_lrs") instanceof List<?> rates)
        || rates.size() != baseLrs.size()
        || !rates.stream().allMatch(Double.class::isInstance)) {
      throw new IllegalArgumentException(
          "a scheduler's state holds last_epoch and " + baseLrs.size() + " base_lrs, not " + state);
    }
    epoch = last;
    for (int i = 0; i < baseLrs.size(); i++) {
      baseLrs.set(i, (Double) rates.get(i));
    }
  }

  /** The rate the group began with. */
  final double baseLr(int group) {
    return baseLrs.get(group);
  }
}
