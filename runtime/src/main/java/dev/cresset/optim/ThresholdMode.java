package dev.cresset.optim;

/** How much a metric must differ from the best one to be better. */
public enum ThresholdMode {
  /** By a share of the best. */
  REL,
  /** By an amount. */
  ABS
}
