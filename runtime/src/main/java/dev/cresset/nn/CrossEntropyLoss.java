package dev.cresset.nn;

import static dev.cresset.Functional.crossEntropy;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** How unlikely scores make the right class. As {@code torch.nn.CrossEntropyLoss}. */
public final class CrossEntropyLoss extends CrossEntropyLossModule {
  /** The weight of each class; null for 1. */
  @Buffer public final @Nullable Tensor weight;

  /** The class that counts for nothing. */
  public final long ignoreIndex;

  /** How much of the target is spread over all classes. */
  public final double labelSmoothing;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public CrossEntropyLoss(Option.ForCrossEntropy... options) {
    LossSettings settings = LossSettings.of(options);
    this.weight = settings.weight();
    this.ignoreIndex = settings.ignoreIndex();
    this.labelSmoothing = settings.labelSmoothing();
    this.reduction = settings.code();
  }

  /**
   * Scores {@code [n, c]} or {@code [n, c, *]} and classes {@code [n]} or {@code [n, *]}, or the
   * classes’ probabilities, of the sizes of the scores.
   */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return crossEntropy(input, target, weight, reduction, ignoreIndex, labelSmoothing);
  }
}
