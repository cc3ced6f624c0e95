package dev.cresset.tools.metric;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import java.util.Arrays;

/** A batch of answers beside the right ones, of which all metrics ask the same. */
final class Answers {

  private Answers() {}

  /**
   * The class of each answer, in the order of the targets.
   *
   * @throws ShapeException if the two do not belong together
   */
  static long[] classes(String metric, Tensor input, Tensor target) {
    if (input.isFloatingPoint()) {
      checkScores(metric, input, target);
      return target.numel() == 0 ? new long[0] : input.detach().argmax(1).toLongArray();
    }
    if (!Arrays.equals(input.sizes(), target.sizes())) {
      throw new ShapeException(
          "%s: answers are %s, targets %s; classes need the targets' sizes, and scores are of floating point"
              .formatted(metric, input.strided(), target.strided()));
    }
    return input.toLongArray();
  }

  /**
   * The right classes.
   *
   * @throws IllegalArgumentException if they are of floating point
   */
  static long[] targets(String metric, Tensor target) {
    if (target.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "%s: targets are %s; classes are whole numbers, such as x.to(DType.I64)"
              .formatted(metric, target.strided()));
    }
    return target.toLongArray();
  }

  /** Scores have the targets' sizes, and between the first and the second that of classes. */
  static void checkScores(String metric, Tensor input, Tensor target) {
    long[] scores = input.sizes();
    long[] sizes = target.sizes();
    boolean fits = scores.length == sizes.length + 1 && scores.length >= 2 && scores[1] > 0;
    for (int d = 0; fits && d < sizes.length; d++) {
      fits = sizes[d] == scores[d == 0 ? 0 : d + 1];
    }
    if (!fits) {
      throw new ShapeException(
          "%s: scores are %s, targets %s; scores need [n, classes, ...] for targets of [n, ...]"
              .formatted(metric, input.strided(), target.strided()));
    }
  }

  /** Says that nothing was counted yet. */
  static IllegalStateException nothing(String metric) {
    return new IllegalStateException(metric + ": there is nothing to compute; call update first");
  }
}
