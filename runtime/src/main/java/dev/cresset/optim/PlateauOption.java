package dev.cresset.optim;

/** What {@link ReduceLROnPlateau} takes besides; made by its static methods. */
public sealed interface PlateauOption {

  /** Which metrics are the better ones. */
  record Mode(MetricMode mode) implements PlateauOption {}

  /** What a rate is multiplied by when it is lowered. */
  record Factor(double value) implements PlateauOption {}

  /** How many epochs without a better metric are waited for. */
  record Patience(long epochs) implements PlateauOption {}

  /** How much a metric must differ from the best one to be better. */
  record Threshold(double value) implements PlateauOption {}

  /** What the threshold is measured in. */
  record Measure(ThresholdMode mode) implements PlateauOption {}

  /** How many epochs do not count after a rate was lowered. */
  record Cooldown(long epochs) implements PlateauOption {}

  /** What no rate falls below. */
  record MinLr(double value) implements PlateauOption {}

  /** The difference of rates below which nothing is changed. */
  record Eps(double value) implements PlateauOption {}
}
