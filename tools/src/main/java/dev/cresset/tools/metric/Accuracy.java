package dev.cresset.tools.metric;

import dev.cresset.Tensor;

/**
 * Which part of the answers is right, from 0 to 1. As {@code torchmetrics.classification} has it
 * with {@code average="micro"}.
 */
public final class Accuracy implements Metric {
  private long right;
  private long seen;

  /** An accuracy of nothing yet. */
  public Accuracy() {}

  @Override
  public void update(Tensor input, Tensor target) {
    long[] said = Answers.classes("accuracy", input, target);
    long[] is = Answers.targets("accuracy", target);
    for (int i = 0; i < is.length; i++) {
      right += said[i] == is[i] ? 1 : 0;
    }
    seen += is.length;
  }

  @Override
  public double compute() {
    if (seen == 0) {
      throw Answers.nothing("accuracy");
    }
    return (double) right / seen;
  }

  @Override
  public void reset() {
    right = 0;
    seen = 0;
  }
}
