package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Index;
import dev.cresset.tensor.eager.Loss;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What losses need that is no composition of other ops: scores of classes, and reductions. */
public final class LossForward {
  private static final long NONE = 0;
  private static final long MEAN = 1;

  private LossForward() {}

  /**
   * The negative log likelihood of {@code target} under normal distributions. A {@code var} of one
   * value per row holds for the row; those below {@code eps} count as it, and keep their gradient.
   */
  public static Tensor gaussianNllLoss(
      Tensor input, Tensor target, Tensor var, boolean full, double eps, long reduction) {
    Tensor spread = spreadOf(input, var);
    if (Shape.Bool(Reduction.any(Elementwise.lt(spread, 0)))) {
      throw new IllegalArgumentException("gaussian_nll_loss: var has negative entry/entries");
    }
    Tensor own = Shape.detach(spread);
    Tensor lift = Elementwise.sub(Elementwise.clampMin(own, eps), own, 1);
    Tensor variance = Elementwise.add(spread, lift, 1);
    Tensor apart = Elementwise.sub(input, target, 1);
    Tensor squares = Elementwise.div(Elementwise.square(apart), variance);
    Tensor losses = Elementwise.mul(Elementwise.add(Elementwise.log(variance), squares, 1), 0.5);
    return Loss.reduceLoss(
        full ? Elementwise.add(losses, 0.5 * Math.log(2 * Math.PI), 1) : losses, reduction);
  }

  private static Tensor spreadOf(Tensor input, Tensor var) {
    long[] sizes = input.sizes();
    if (Arrays.equals(var.sizes(), sizes)) {
      return var;
    }
    long[] rows = Arrays.copyOf(sizes, Math.max(0, sizes.length - 1));
    long[] column = sizes.clone();
    if (column.length > 0) {
      column[column.length - 1] = 1;
    }
    if (Arrays.equals(var.sizes(), rows)) {
      return Shape.unsqueeze(var, -1);
    } else if (Arrays.equals(var.sizes(), column)) {
      return var;
    }
    throw new ShapeException(
        "gaussian_nll_loss: var is of incorrect size, %s for an input of %s"
            .formatted(Arrays.toString(var.sizes()), Arrays.toString(sizes)));
  }

  /** How far each label of a sample is from leading all other classes by 1. */
  public static Tensor multilabelMarginLoss(Tensor self, Tensor target, long reduction) {
    if (self.dim() > 2 || !Arrays.equals(self.sizes(), target.sizes())) {
      throw new ShapeException(
          "multilabel_margin_loss: expected input and target of the same size, [classes] or [samples, classes], but got %s and %s"
              .formatted(Arrays.toString(self.sizes()), Arrays.toString(target.sizes())));
    }
    if (!self.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "multilabel_margin_loss is not implemented for '%s'".formatted(self.dtype().printName()));
    }
    long classes = self.dim() == 0 ? 1 : self.size(-1);
    long samples = self.numel() / Math.max(1, classes);
    Tensor scores = Shape.reshape(self, new long[] {samples, classes});
    LabelSets labels = LabelSets.of(Shape.reshape(target, new long[] {samples, classes}));
    Tensor own = Shape.unsqueeze(Index.gather(scores, 1, labels.places(), false), -1);
    Tensor lead = Elementwise.sub(own, Shape.unsqueeze(scores, 1), 1);
    Tensor missing = Elementwise.clampMin(Elementwise.rsub(lead, 1, 1), 0);
    Tensor counted = Elementwise.maskedFill(missing, labels.excluded(), 0);
    Tensor sums = Reduction.sum(counted, new long[] {1, 2}, false, null);
    Tensor losses = Elementwise.div(sums, Math.max(1, classes));
    return Loss.reduceLoss(
        self.dim() == 2 ? losses : Shape.reshape(losses, new long[0]), reduction);
  }

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

  /** Whether {@code target} gives the probability of each class. */
  public static boolean isProbabilities(Tensor self, Tensor target) {
    return target.isFloatingPoint() && Arrays.equals(self.sizes(), target.sizes());
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
