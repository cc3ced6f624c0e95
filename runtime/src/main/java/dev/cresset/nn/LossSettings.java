package dev.cresset.nn;

import dev.cresset.Tensor;
import org.jspecify.annotations.Nullable;

/** The options of losses, read. */
record LossSettings(
    Reduction reduction,
    @Nullable Tensor weight,
    @Nullable Tensor posWeight,
    long ignoreIndex,
    double labelSmoothing,
    boolean logTarget) {

  static LossSettings of(Option... options) {
    Reduction reduction = Reduction.MEAN;
    Tensor weight = null;
    Tensor posWeight = null;
    long ignoreIndex = -100;
    double labelSmoothing = 0;
    boolean logTarget = false;
    for (Option option : options) {
      if (option instanceof Option.ReductionOption o) {
        reduction = o.reduction();
      } else if (option instanceof Option.Weight o) {
        weight = o.weight();
      } else if (option instanceof Option.PosWeight o) {
        posWeight = o.weight();
      } else if (option instanceof Option.IgnoreIndex o) {
        ignoreIndex = o.index();
      } else if (option instanceof Option.LabelSmoothing o) {
        labelSmoothing = o.amount();
      } else if (option instanceof Option.LogTarget o) {
        logTarget = o.on();
      }
    }
    return new LossSettings(reduction, weight, posWeight, ignoreIndex, labelSmoothing, logTarget);
  }

  /** The number that ops take for the reduction; only a divergence is averaged over the batch. */
  long code() {
    if (reduction == Reduction.BATCH_MEAN) {
      throw new IllegalArgumentException("reduction 'batchmean' is for KLDivLoss alone");
    }
    return reduction.code();
  }
}
