package dev.cresset.tools.train;

import dev.cresset.optim.MetricMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says when training no longer makes a metric better. As {@code EarlyStopping} of Lightning and
 * Keras.
 *
 * <pre>
 * var stopping = new EarlyStopping(patience(5));
 * while (!stopping.shouldStop()) {
 *   trainOneEpoch();
 *   if (stopping.step(validationLoss())) { // the best so far
 *     StateDicts.save(model, best);
 *   }
 * }
 * </pre>
 *
 * <p>A metric that is NaN or infinite in the worse direction stops at once.
 */
public final class EarlyStopping {
  private final boolean min;
  private final long patience;
  private final double minDelta;

  private double best;
  private long bestStep = -1;
  private long steps;
  private boolean diverged;

  /**
   * Begins before the first metric.
   *
   * @param options mode (MIN if absent), patience (10), minDelta (0)
   * @throws IllegalArgumentException if the patience or minDelta is negative
   */
  public EarlyStopping(StoppingOption... options) {
    MetricMode mode = MetricMode.MIN;
    long patience = 10;
    double minDelta = 0;
    for (StoppingOption option : options) {
      if (option instanceof StoppingOption.Mode o) {
        mode = o.mode();
      } else if (option instanceof StoppingOption.Patience o) {
        patience = o.steps();
      } else if (option instanceof StoppingOption.MinDelta o) {
        minDelta = o.value();
      }
    }
    if (patience < 0 || !(minDelta >= 0)) {
      throw new IllegalArgumentException(
          "patience is " + patience + " and minDelta " + minDelta + "; both must be 0 or more");
    }
    this.min = mode == MetricMode.MIN;
    this.patience = patience;
    this.minDelta = minDelta;
    this.best = min ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /**
   * Goes on by one metric.
   *
   * @return whether it is the best so far
   */
  public boolean step(double metric) {
    long step = steps++;
    diverged |= Double.isNaN(metric) || metric == (min ? 1 : -1) * Double.POSITIVE_INFINITY;
    if (min ? metric < best - minDelta : metric > best + minDelta) {
      best = metric;
      bestStep = step;
      return true;
    }
    return false;
  }

  /**
   * Whether as many metrics as {@link #patience} says, and one at least, came after the best one,
   * or one that is none.
   */
  public boolean shouldStop() {
    return diverged || steps - 1 - bestStep >= Math.max(1, patience);
  }

  /** The best metric; infinite in the worse direction before the first. */
  public double best() {
    return best;
  }

  /** Which metric was the best one, counted from 0; -1 if none was. */
  public long bestStep() {
    return bestStep;
  }

  /** What is needed to go on. */
  public Map<String, Object> stateDict() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("best", best);
    state.put("best_step", bestStep);
    state.put("steps", steps);
    state.put("diverged", diverged);
    return state;
  }

  /**
   * Goes on where another stopped; options stay this one's.
   *
   * @throws IllegalArgumentException if something is missing
   */
  public void loadStateDict(Map<String, ?> state) {
    if (!(state.get("best") instanceof Double metric)
        || !(state.get("best_step") instanceof Long at)
        || !(state.get("steps") instanceof Long count)
        || !(state.get("diverged") instanceof Boolean none)) {
      throw new IllegalArgumentException(
          "the state of early stopping holds best, best_step, steps and diverged, not " + state);
    }
    best = metric;
    bestStep = at;
    steps = count;
    diverged = none;
  }

  /** Which metrics are the better ones; smaller ones if absent. */
  public static StoppingOption mode(MetricMode mode) {
    return new StoppingOption.Mode(mode);
  }

  /** How many metrics in a row that are not better make it stop. As {@code patience}. */
  public static StoppingOption patience(long steps) {
    return new StoppingOption.Patience(steps);
  }

  /** How much a metric must differ from the best one to be better. */
  public static StoppingOption minDelta(double value) {
    return new StoppingOption.MinDelta(value);
  }
}
