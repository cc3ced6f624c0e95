package dev.cresset.optim;

/** Which metrics are the better ones. */
public enum MetricMode {
  /** Smaller ones, as losses. */
  MIN,
  /** Greater ones, as accuracies. */
  MAX
}
