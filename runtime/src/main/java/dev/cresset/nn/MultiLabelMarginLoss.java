package dev.cresset.nn;

import static dev.cresset.Functional.multilabelMarginLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * How far the labels of a sample are from leading all other classes by 1. As {@code
 * torch.nn.MultiLabelMarginLoss}.
 */
public final class MultiLabelMarginLoss extends MultiLabelMarginLossModule {

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With these options; the mean if no reduction is given. */
  public MultiLabelMarginLoss(Option.ForLoss... options) {
    this.reduction = LossSettings.of(options).code();
  }

  /**
   * Scores {@code [n, classes]} and the numbers of classes, up to the first negative one, to one
   * number or {@code [n]}; or both without {@code n}.
   */
  @Script
  public Tensor forward(Tensor input, Tensor target) {
    return multilabelMarginLoss(input, target, reduction);
  }
}
