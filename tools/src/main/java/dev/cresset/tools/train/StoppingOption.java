package dev.cresset.tools.train;

import dev.cresset.optim.MetricMode;

/** What {@link EarlyStopping} takes; made by its static methods. */
public sealed interface StoppingOption {

  /** Which metrics are the better ones. */
  record Mode(MetricMode mode) implements StoppingOption {}

  /** How many metrics in a row that are not better make it stop. */
  record Patience(long steps) implements StoppingOption {}

  /** How much a metric must differ from the best one to be better. */
  record MinDelta(double value) implements StoppingOption {}
}
