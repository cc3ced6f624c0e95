package dev.cresset.nn;

import static dev.cresset.Functional.binaryCrossEntropy;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** How unlikely probabilities make targets between 0 and 1. As {@code torch.nn.BCELoss}. */
public final class BCELoss extends BCELossModule {
  /** The weight of each element; null for 1. */
  @Buffer public final @Nullable Tensor weight;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public BCELoss(Option.ForBce... options) {
    LossSettings settings = LossSettings.of(options);
    this.weight = settings.weight();
    this.reduction = settings.code();
  }

  /** Two tensors of the same sizes to one number, or to one for each element. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return binaryCrossEntropy(input, target, weight, reduction);
  }
}
