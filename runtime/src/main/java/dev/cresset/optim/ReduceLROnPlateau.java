package dev.cresset.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lowers the rates when a metric no longer gets better. As {@code ReduceLROnPlateau}.
 *
 * <pre>
 * var scheduler = new ReduceLROnPlateau(optimizer, factor(0.5), patience(3));
 * scheduler.step(validationLoss);
 * </pre>
 */
public final class ReduceLROnPlateau {
  private final Optimizer optimizer;
  private MetricMode mode = MetricMode.MIN;
  private ThresholdMode thresholdMode = ThresholdMode.REL;
  private double factor = 0.1;
  private long patience = 10;
  private double threshold = 1e-4;
  private long cooldown;
  private double minLr;
  private double eps = 1e-8;

  private double best;
  private long badEpochs;
  private long cooling;
  private long epoch;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param options mode (MIN if absent), factor (0.1), patience (10), threshold (1e-4),
   *     thresholdMode (REL), cooldown (0), minLr (0), eps (1e-8)
   * @throws IllegalArgumentException if the factor is 1 or more
   */
  public ReduceLROnPlateau(Optimizer optimizer, PlateauOption... options) {
    this.optimizer = optimizer;
    for (PlateauOption option : options) {
      read(option);
    }
    if (!(factor < 1)) {
      throw new IllegalArgumentException("factor is " + factor + "; it must be below 1");
    }
    best = mode == MetricMode.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  private void read(PlateauOption option) {
    if (option instanceof PlateauOption.Mode o) {
      mode = o.mode();
    } else if (option instanceof PlateauOption.Factor o) {
      factor = o.value();
    } else if (option instanceof PlateauOption.Patience o) {
      patience = o.epochs();
    } else if (option instanceof PlateauOption.Threshold o) {
      threshold = o.value();
    } else if (option instanceof PlateauOption.Measure o) {
      thresholdMode = o.mode();
    } else if (option instanceof PlateauOption.Cooldown o) {
      cooldown = o.epochs();
    } else if (option instanceof PlateauOption.MinLr o) {
      minLr = o.value();
    } else if (option instanceof PlateauOption.Eps o) {
      eps = o.value();
    }
  }

  /** Goes on by one epoch, whose metric this is. */
  public void step(double metric) {
    epoch++;
    if (isBetter(metric)) {
      best = metric;
      badEpochs = 0;
    } else {
      badEpochs++;
    }
    if (cooling > 0) {
      cooling--;
      badEpochs = 0; // bad epochs while it cools down do not count
    }
    if (badEpochs > patience) {
      reduce();
      cooling = cooldown;
      badEpochs = 0;
    }
  }

  private boolean isBetter(double metric) {
    boolean min = mode == MetricMode.MIN;
    if (thresholdMode == ThresholdMode.REL) {
      return min ? metric < best * (1 - threshold) : metric > best * (threshold + 1);
    }
    return min ? metric < best - threshold : metric > best + threshold;
  }

  private void reduce() {
    for (ParamGroup group : optimizer.paramGroups()) {
      double lower = Math.max(group.lr() * factor, minLr);
      if (group.lr() - lower > eps) {
        group.setLr(lower);
      }
    }
  }

  /** The present rate of each group. As {@code get_last_lr}. */
  public List<Double> lastLr() {
    return optimizer.paramGroups().stream().map(ParamGroup::lr).toList();
  }

  /** What the scheduler needs to go on, under PyTorch's names. */
  public Map<String, Object> stateDict() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("best", best);
    state.put("num_bad_epochs", badEpochs);
    state.put("cooldown_counter", cooling);
    state.put("last_epoch", epoch);
    return state;
  }

  /**
   * Goes on where another stopped; the rates themselves are in the optimizer's state.
   *
   * @throws IllegalArgumentException if something is missing
   */
  public void loadStateDict(Map<String, ?> state) {
    if (!(state.get("best") instanceof Double metric)
        || !(state.get("num_bad_epochs") instanceof Long bad)
        || !(state.get("cooldown_counter") instanceof Long counter)
        || !(state.get("last_epoch") instanceof Long last)) {
      throw new IllegalArgumentException(
          "this scheduler's state holds best, num_bad_epochs, cooldown_counter and last_epoch, not "
              + state);
    }
    best = metric;
    badEpochs = bad;
    cooling = counter;
    epoch = last;
  }

  /** Which metrics are the better ones. As {@code mode}. */
  public static PlateauOption mode(MetricMode mode) {
    return new PlateauOption.Mode(mode);
  }

  /** What a rate is multiplied by when it is lowered. As {@code factor}. */
  public static PlateauOption factor(double value) {
    return new PlateauOption.Factor(value);
  }

  /** How many epochs without a better metric are waited for. As {@code patience}. */
  public static PlateauOption patience(long epochs) {
    return new PlateauOption.Patience(epochs);
  }

  /** How much a metric must differ from the best one to be better. As {@code threshold}. */
  public static PlateauOption threshold(double value) {
    return new PlateauOption.Threshold(value);
  }

  /** What the threshold is measured in. As {@code threshold_mode}. */
  public static PlateauOption thresholdMode(ThresholdMode mode) {
    return new PlateauOption.Measure(mode);
  }

  /** How many epochs do not count after a rate was lowered. As {@code cooldown}. */
  public static PlateauOption cooldown(long epochs) {
    return new PlateauOption.Cooldown(epochs);
  }

  /** What no rate falls below. As {@code min_lr}. */
  public static PlateauOption minLr(double value) {
    return new PlateauOption.MinLr(value);
  }

  /** The difference of rates below which nothing is changed. As {@code eps}. */
  public static PlateauOption eps(double value) {
    return new PlateauOption.Eps(value);
  }
}
