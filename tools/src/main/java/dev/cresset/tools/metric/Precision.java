package dev.cresset.tools.metric;

/**
 * Which part of the answers of a class is right, from 0 to 1. As {@code torchmetrics.Precision};
 * for two classes, {@code perClass()[1]} is that of the positive one.
 */
public final class Precision extends ClassMetric {

  /** The mean of all classes, each of which counts the same. */
  public Precision(int numClasses) {
    this(numClasses, Average.MACRO);
  }

  /**
   * A precision of nothing yet.
   *
   * @throws IllegalArgumentException if there are less than two classes
   */
  public Precision(int numClasses, Average average) {
    super("precision", numClasses, average);
  }

  @Override
  double of(long found, long claimed, long missed) {
    return part(found, found + claimed);
  }
}
