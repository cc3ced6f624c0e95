package dev.cresset.tools.metric;

import dev.cresset.Tensor;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How often which class was answered where which was right, over as many batches as it is told of.
 * As {@code torchmetrics.ConfusionMatrix}.
 */
public final class ConfusionMatrix {
  private final int classes;
  private final long[] counts;

  /**
   * A matrix of zeros.
   *
   * @throws IllegalArgumentException if there are less than two classes
   */
  public ConfusionMatrix(int numClasses) {
    if (numClasses < 2) {
      throw new IllegalArgumentException(
          "confusion matrix: there are 2 classes or more, given " + numClasses);
    }
    classes = numClasses;
    counts = new long[Math.multiplyExact(numClasses, numClasses)];
  }

  /** Goes on by a batch; see {@link Metric#update}. */
  public void update(Tensor input, Tensor target) {
    update("confusion matrix", input, target);
  }

  void update(String metric, Tensor input, Tensor target) {
    long[] said = Answers.classes(metric, input, target);
    long[] is = Answers.targets(metric, target);
    for (int i = 0; i < is.length; i++) {
      checkClass(metric, "target", is[i], classes);
      checkClass(metric, "answer", said[i], classes);
    }
    for (int i = 0; i < is.length; i++) {
      counts[(int) (is[i] * classes + said[i])]++;
    }
  }

  static void checkClass(String metric, String what, long value, int classes) {
    if (value < 0 || value >= classes) {
      throw new IllegalArgumentException(
          "%s: a%s %s is class %d, but there are classes 0 to %d"
              .formatted(metric, what.startsWith("a") ? "n" : "", what, value, classes - 1));
    }
  }

  /** How often {@code said} was answered where {@code is} was right. */
  public long count(int is, int said) {
    checkClass("confusion matrix", "target", is, classes);
    checkClass("confusion matrix", "answer", said, classes);
    return counts[is * classes + said];
  }

  /** How many classes there are. */
  public int numClasses() {
    return classes;
  }

  /** How many answers were counted. */
  public long total() {
    return LongStream.of(counts).sum();
  }

  /** All counts as I64: a row for each right class, a column for each answer. */
  public Tensor compute() {
    return Tensor.fromBlob(counts.clone(), classes, classes);
  }

  /** Forgets all batches. */
  public void reset() {
    Arrays.fill(counts, 0);
  }

  /** The matrix as text, a row for each right class, with the classes' numbers around. */
  @Override
  public String toString() {
    int width = Long.toString(LongStream.of(counts).max().orElse(0)).length();
    width = Math.max(width, Integer.toString(classes - 1).length()) + 1;
    StringBuilder text = new StringBuilder("is\\said");
    for (int said = 0; said < classes; said++) {
      text.append(padded(said, width));
    }
    for (int is = 0; is < classes; is++) {
      text.append('\n').append(padded(is, "is\\said".length()));
      for (int said = 0; said < classes; said++) {
        text.append(padded(counts[is * classes + said], width));
      }
    }
    return text.toString();
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(number);
    return " ".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
