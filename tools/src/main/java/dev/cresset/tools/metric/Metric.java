package dev.cresset.tools.metric;

import dev.cresset.Tensor;

/**
 * A number that says how good a model's answers are, over as many batches as it is told of. As a
 * metric of {@code torchmetrics}.
 *
 * <pre>
 * var accuracy = new Accuracy();
 * for (Example batch : loader) {
 *   accuracy.update(model.call(batch.input()), batch.target());
 * }
 * System.out.println(accuracy.compute());
 * </pre>
 *
 * <p>It counts, so that what it says of many small batches is what it says of one large one, in any
 * order. Not for several threads at once.
 */
public interface Metric {

  /**
   * Goes on by a batch.
   *
   * @param input what the model answers: scores of each class, of floating point, {@code [n,
   *     classes, ...]}; or the classes themselves, whole numbers or truths, {@code [n, ...]}
   * @param target the right classes, whole numbers or truths, {@code [n, ...]}
   * @throws dev.cresset.ShapeException if the two do not belong together; nothing is counted then
   * @throws IllegalArgumentException if a class is not one of the metric's; nothing is counted then
   */
  void update(Tensor input, Tensor target);

  /**
   * The number, of all batches since the beginning or the last {@link #reset}.
   *
   * @throws IllegalStateException if there was none
   */
  double compute();

  /** Forgets all batches. */
  void reset();
}
