package dev.cresset.tools.metric;

/**
 * Which part of the examples of a class is found, from 0 to 1. As {@code torchmetrics.Recall}; for
 * two classes, {@code perClass()[1]} is that of the positive one.
 */
public final class Recall extends ClassMetric {

  /** The mean of all classes, each of which counts the same. */
  public Recall(int numClasses) {
    this(numClasses, Average.MACRO);
  }

  /**
   * A recall of nothing yet.
   *
   * @throws IllegalArgumentException if there are less than two classes
   */
  public Recall(int numClasses, Average average) {
    super("recall", numClasses, average);
  }

  @Override
  double of(long found, long claimed, long missed) {
    return part(found, found + missed);
  }
}
