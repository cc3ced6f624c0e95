package dev.cresset.tools.metric;

import dev.cresset.Tensor;

/** A number for each class, made of how often it was found, claimed and missed, and their mean. */
public abstract class ClassMetric implements Metric {
  private final String name;
  private final ConfusionMatrix matrix;
  private final Average average;

  ClassMetric(String name, int numClasses, Average average) {
    this.name = name;
    this.matrix = new ConfusionMatrix(numClasses);
    this.average = average;
  }

  /**
   * The number of one class.
   *
   * @param found how often it was answered and right
   * @param claimed how often it was answered and wrong
   * @param missed how often it was right and something else answered
   */
  abstract double of(long found, long claimed, long missed);

  @Override
  public final void update(Tensor input, Tensor target) {
    matrix.update(name, input, target);
  }

  @Override
  public final double compute() {
    if (matrix.total() == 0) {
      throw Answers.nothing(name);
    }
    int classes = matrix.numClasses();
    long found = 0;
    double sum = 0;
    double weights = 0;
    for (int c = 0; c < classes; c++) {
      long hits = matrix.count(c, c);
      long there = row(c);
      double weight = average == Average.WEIGHTED ? there : there + column(c) > 0 ? 1 : 0;
      sum += weight * of(hits, column(c) - hits, there - hits);
      weights += weight;
      found += hits;
    }
    long others = matrix.total() - found;
    return average == Average.MICRO ? of(found, others, others) : sum / weights;
  }

  /** The number of each class; 0 where there is nothing to divide by. */
  public final double[] perClass() {
    double[] each = new double[matrix.numClasses()];
    for (int c = 0; c < each.length; c++) {
      long hits = matrix.count(c, c);
      each[c] = of(hits, column(c) - hits, row(c) - hits);
    }
    return each;
  }

  @Override
  public final void reset() {
    matrix.reset();
  }

  private long row(int is) {
    long sum = 0;
    for (int said = 0; said < matrix.numClasses(); said++) {
      sum += matrix.count(is, said);
    }
    return sum;
  }

  private long column(int said) {
    long sum = 0;
    for (int is = 0; is < matrix.numClasses(); is++) {
      sum += matrix.count(is, said);
    }
    return sum;
  }

  static double part(double of, double whole) {
    return whole == 0 ? 0 : of / whole;
  }
}
