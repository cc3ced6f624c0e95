package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Ctc;
import dev.cresset.tensor.eager.Loss;
import org.jspecify.annotations.Nullable;

/** Losses of several labels and of predicted spreads; see {@link LossFunctions}. */
public abstract class LabelLossFunctions extends LossFunctions {

  /** Holds functions alone. */
  protected LabelLossFunctions() {}

  /**
   * How unlikely normal distributions make targets. As {@code
   * torch.nn.functional.gaussian_nll_loss}.
   *
   * @param input the means
   * @param var the variances, of the sizes of {@code input}, or one for each row
   * @param full whether the constant {@code ½ log 2π} is added
   * @param eps what a variance is at least
   * @throws IllegalArgumentException if a variance is negative
   */
  @Aten("cresset::gaussian_nll_loss")
  public static Tensor gaussianNllLoss(
      Tensor input, Tensor target, Tensor var, boolean full, double eps, long reduction) {
    return Loss.gaussianNllLoss(input, target, var, full, eps, reduction);
  }

  /**
   * How far the labels of a sample are from leading all other classes by 1. As {@code
   * torch.nn.functional.multilabel_margin_loss}.
   *
   * @param self scores, {@code [classes]} or {@code [samples, classes]}
   * @param target numbers of classes of the same sizes, which end at the first negative one
   */
  @Aten("multilabel_margin_loss")
  public static Tensor multilabelMarginLoss(Tensor self, Tensor target, long reduction) {
    return Loss.multilabelMarginLoss(self, target, reduction);
  }

  /**
   * How unlikely scores make each of several labels, 1 where it holds and 0 where not. As {@code
   * torch.nn.functional.multilabel_soft_margin_loss}.
   *
   * @param weight the weight of each class; null for 1
   */
  @Aten("cresset::multilabel_soft_margin_loss")
  public static Tensor multilabelSoftMarginLoss(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction) {
    return Loss.multilabelSoftMarginLoss(self, target, weight, reduction);
  }

  /**
   * How unlikely sequences make labels, whatever their alignment. As {@code
   * torch.nn.functional.ctc_loss}.
   *
   * @param logProbs {@code [times, n, classes]}, or without {@code n}: what {@code logSoftmax}
   *     gives
   * @param targets {@code [n, labels]}, or all labels one after the other
   * @param inputLengths how long each sequence is, whole numbers {@code [n]}
   * @param targetLengths how many labels each has, whole numbers {@code [n]}
   * @param blank the class that stands for none
   * @param zeroInfinity whether losses without any alignment count as 0
   */
  @Aten("ctc_loss.Tensor")
  public static Tensor ctcLoss(
      Tensor logProbs,
      Tensor targets,
      Tensor inputLengths,
      Tensor targetLengths,
      long blank,
      long reduction,
      boolean zeroInfinity) {
    return Ctc.ctcLoss(
        logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity);
  }

  /** As the one above, with lengths as numbers. As {@code torch.nn.functional.ctc_loss}. */
  @Aten("ctc_loss.IntList")
  public static Tensor ctcLoss(
      Tensor logProbs,
      Tensor targets,
      long[] inputLengths,
      long[] targetLengths,
      long blank,
      long reduction,
      boolean zeroInfinity) {
    return Ctc.ctcLoss(
        logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity);
  }
}
