package dev.cresset.nn;

import static dev.cresset.Functional.binaryCrossEntropyWithLogits;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * {@link BCELoss} of {@code sigmoid(input)}, computed at once. As {@code
 * torch.nn.BCEWithLogitsLoss}.
 */
public final class BCEWithLogitsLoss extends BCEWithLogitsLossModule {
  /** The weight of each element; null for 1. */
  @Buffer public final @Nullable Tensor weight;

  /** The weight of positive targets; null for 1. */
  @Buffer public final @Nullable Tensor posWeight;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public BCEWithLogitsLoss(Option.ForBceWithLogits... options) {
    LossSettings settings = LossSettings.of(options);
    this.weight = settings.weight();
    this.posWeight = settings.posWeight();
    this.reduction = settings.code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return binaryCrossEntropyWithLogits(input, target, weight, posWeight, reduction);
  }
}
