package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.tensor.Memory;
import org.jspecify.annotations.Nullable;

/** What losses need that is no composition of other ops: scores of classes, and reductions. */
public final class LossForward {
  private static final long NONE = 0;
  private static final long MEAN = 1;

  private LossForward() {}

  /**
   * The negative log likelihood of classes, {@code −weight[t]·self[n, t, ..]} for each target
   * {@code t}, or its sum or weighted mean; and the sum of the weights that a mean is taken with.
   */
  public static Tensor[] nllLossForward(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    ClassTargets targets = ClassTargets.of(self.sizes(), target, weight, ignoreIndex, 0);
    ClassTargets.checkReal(self);
    double total = reduction == NONE ? 0 : targets.totalWeight();
    return new Tensor[] {
      reduced(self, target, targets, reduction), targets.tensor(self, new double[] {total})
    };
  }

  /** The gradient of {@link #nllLossForward}'s input. */
  public static Tensor nllLossBackward(
      Tensor gradOutput,
      Tensor self,
      Tensor target,
      @Nullable Tensor weight,
      long reduction,
      long ignoreIndex,
      Tensor totalWeight) {
    ClassTargets targets = ClassTargets.of(self.sizes(), target, weight, ignoreIndex, 0);
    double scale = reduction == MEAN ? 1 / totalWeight.item() : 1;
    return targets.gradient(gradOutput, scale, self.sizes());
  }

  /**
   * As {@link #nllLossForward}, with a part of each target, {@code labelSmoothing}, spread evenly
   * over all classes.
   */
  public static Tensor crossEntropy(
      Tensor self,
      Tensor target,
      @Nullable Tensor weight,
      long reduction,
      long ignoreIndex,
      double labelSmoothing) {
    ClassTargets.checkReal(self);
    ClassTargets targets =
        ClassTargets.of(self.sizes(), target, weight, ignoreIndex, labelSmoothing);
    return reduced(self, target, targets, reduction);
  }

  /** The gradient of {@link #crossEntropy}'s input, of {@code size}. */
  public static Tensor crossEntropyBackward(
      Tensor dy,
      Tensor target,
      @Nullable Tensor weight,
      long[] size,
      long reduction,
      long ignoreIndex,
      double labelSmoothing) {
    ClassTargets targets = ClassTargets.of(size, target, weight, ignoreIndex, labelSmoothing);
    double scale = reduction == MEAN ? 1 / targets.totalWeight() : 1;
    return targets.gradient(dy, scale, size);
  }

  private static Tensor reduced(Tensor self, Tensor target, ClassTargets targets, long reduction) {
    double[] losses = targets.losses(self);
    if (reduction == NONE) {
      return targets.tensor(self, losses, target.sizes());
    }
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return targets.tensor(
        self, new double[] {reduction == MEAN ? sum / targets.totalWeight() : sum});
  }

  /** Which dimension of scores the classes are: the second, or the only one. */
  public static long classDim(Tensor self) {
    return self.dim() <= 1 ? 0 : 1;
  }

  /** Losses as they are (0), their mean (1) or their sum (2). */
  public static Tensor reduceLoss(Tensor self, long reduction) {
    if (reduction == NONE) {
      return self;
    }
    return reduction == MEAN
        ? ReductionForward.mean(self, null)
        : ReductionForward.sum(self, self.dtype());
  }

  /** The gradient of {@link #reduceLoss}'s input, of {@code size}. */
  public static Tensor expandLoss(Tensor dy, long[] size, long reduction) {
    if (reduction == NONE) {
      return dy;
    }
    Tensor grad = dy;
    if (reduction == MEAN) {
      long count = Strided.count(size);
      Tensor mean = Tensor.fromBlob(new double[] {dy.item() / count});
      grad = Memory.as(Memory.as(mean, dy.dtype(), mean.device()), dy.dtype(), dy.device());
    }
    return ShapeForward.expand(grad, size, false);
  }
}
