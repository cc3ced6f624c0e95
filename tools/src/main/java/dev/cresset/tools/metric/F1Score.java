package dev.cresset.tools.metric;

/**
 * The harmonic mean of a class's precision and recall, from 0 to 1. As {@code
 * torchmetrics.F1Score}; for two classes, {@code perClass()[1]} is that of the positive one.
 */
public final class F1Score extends ClassMetric {

  /** The mean of all classes, each of which counts the same. */
  public F1Score(int numClasses) {
    this(numClasses, Average.MACRO);
  }

  /**
   * An F1 score of nothing yet.
   *
   * @throws IllegalArgumentException if there are less than two classes
   */
  public F1Score(int numClasses, Average average) {
    super("F1 score", numClasses, average);
  }

  @Override
  double of(long found, long claimed, long missed) {
    return part(2.0 * found, 2.0 * found + claimed + missed);
  }
}
