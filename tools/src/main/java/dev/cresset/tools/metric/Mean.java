package dev.cresset.tools.metric;

/** The mean of numbers that come one by one, such as losses. As {@code torchmetrics.MeanMetric}. */
public final class Mean {
  private double sum;
  private double weights;

  /** A mean of nothing yet. */
  public Mean() {}

  /** Takes in a number. */
  public void update(double value) {
    update(value, 1);
  }

  /**
   * Takes in a number that stands for several, such as the mean loss of a batch.
   *
   * @param weight how many
   * @throws IllegalArgumentException if the weight is negative or NaN
   */
  public void update(double value, double weight) {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("mean: a weight is 0 or more, given " + weight);
    }
    sum += value * weight;
    weights += weight;
  }

  /**
   * The mean since the beginning or the last {@link #reset}.
   *
   * @throws IllegalStateException if there was no number
   */
  public double compute() {
    if (weights == 0) {
      throw Answers.nothing("mean");
    }
    return sum / weights;
  }

  /** Forgets all numbers. */
  public void reset() {
    sum = 0;
    weights = 0;
  }
}
