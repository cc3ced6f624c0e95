package dev.cresset.tools.metric;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;

/**
 * Which part of the right classes is among the {@code k} with the highest scores, from 0 to 1. Of
 * equal scores the first class counts as the higher one, and NaN as the highest, as in {@code
 * argmax}.
 */
public final class TopKAccuracy implements Metric {
  private final int k;
  private long right;
  private long seen;

  /**
   * An accuracy of nothing yet.
   *
   * @throws IllegalArgumentException if {@code k} is not positive
   */
  public TopKAccuracy(int k) {
    if (k <= 0) {
      throw new IllegalArgumentException("top-k accuracy: k is " + k + "; it must be 1 or more");
    }
    this.k = k;
  }

  /**
   * Goes on by a batch.
   *
   * @param input scores of floating point, {@code [n, classes, ...]}
   * @param target the right classes, {@code [n, ...]}
   */
  @Override
  public void update(Tensor input, Tensor target) {
    if (!input.isFloatingPoint()) {
      throw new ShapeException(
          "top-k accuracy: answers are %s; it needs scores, of floating point"
              .formatted(input.strided()));
    }
    Answers.checkScores("top-k accuracy", input, target);
    long[] is = Answers.targets("top-k accuracy", target);
    int classes = (int) input.size(1);
    if (k > classes) {
      throw new ShapeException(
          "top-k accuracy: k is %d, but there are scores of %d classes".formatted(k, classes));
    }
    for (long one : is) {
      ConfusionMatrix.checkClass("top-k accuracy", "target", one, classes);
    }
    double[] scores = input.detach().toDoubleArray();
    int places = is.length == 0 ? 1 : is.length / (int) target.size(0);
    for (int i = 0; i < is.length; i++) {
      int first = i / places * classes * places + i % places;
      right += higher(scores, first, places, classes, (int) is[i]) < k ? 1 : 0;
    }
    seen += is.length;
  }

  /** How many classes stand before {@code own}. */
  private static int higher(double[] scores, int first, int step, int classes, int own) {
    double mine = scores[first + own * step];
    int higher = 0;
    for (int c = 0; c < classes; c++) {
      int order = compare(scores[first + c * step], mine);
      higher += order > 0 || order == 0 && c < own ? 1 : 0;
    }
    return higher;
  }

  private static int compare(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
    }
    return a > b ? 1 : a < b ? -1 : 0; // Double.compare tells −0 from 0
  }

  @Override
  public double compute() {
    if (seen == 0) {
      throw Answers.nothing("top-k accuracy");
    }
    return (double) right / seen;
  }

  @Override
  public void reset() {
    right = 0;
    seen = 0;
  }
}
