package dev.cresset.nn;

import static dev.cresset.Functional.multilabelSoftMarginLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * How unlikely scores make each of several labels, 1 where it holds and 0 where not. As {@code
 * torch.nn.MultiLabelSoftMarginLoss}.
 */
public final class MultiLabelSoftMarginLoss extends MultiLabelSoftMarginLossModule {
  /** The weight of each class; null for 1. */
  @Buffer public final @Nullable Tensor weight;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public MultiLabelSoftMarginLoss(Option.ForMultiLabel... options) {
    LossSettings settings = LossSettings.of(options);
    this.weight = settings.weight();
    this.reduction = settings.code();
  }

  /** Scores and truths {@code [n, classes]} to one number, or to {@code [n]}. */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return multilabelSoftMarginLoss(input, target, weight, reduction);
  }
}
