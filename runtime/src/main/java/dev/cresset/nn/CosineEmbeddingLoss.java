package dev.cresset.nn;

import static dev.cresset.Functional.cosineEmbeddingLoss;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * How far pairs are from being alike, where the target is 1, or from being unlike, where it is −1.
 * As {@code torch.nn.CosineEmbeddingLoss}.
 */
public final class CosineEmbeddingLoss extends CosineEmbeddingLossModule {
  /** By how much they are to lie apart. */
  public final double margin;

  /** How it becomes one number, as ops take it: {@link Reduction#code}. */
  public final long reduction;

  /** With margin 0.0. */
  public CosineEmbeddingLoss(Option.ForLoss... options) {
    this(0.0, options);
  }

  /** With this margin. */
  public CosineEmbeddingLoss(double margin, Option.ForLoss... options) {
    this.margin = margin;
    this.reduction = LossSettings.of(options).code();
  }

  /**
   * {@code [n, d]}, {@code [n, d]} and {@code [n]} to one number, or to {@code [n]}; or all without
   * {@code n}.
   */
  @Script
  public Tensor forward(Tensor input1, Tensor input2, Tensor target) {
    return cosineEmbeddingLoss(input1, input2, target, margin, reduction);
  }
}
