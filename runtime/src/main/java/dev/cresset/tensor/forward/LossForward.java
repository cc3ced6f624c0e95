package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Losses that are no composition of other ops. */
public final class LossForward {
  private static final long NONE = 0;
  private static final long MEAN = 1;

  private LossForward() {}

  /**
   * The negative log likelihood of classes: {@code −weight[t]·self[n, t, ..]} for each target
   * {@code t}, and its sum or weighted mean.
   */
  public static Tensor nllLoss(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    return nllLossForward(self, target, weight, reduction, ignoreIndex)[0];
  }

  /** As {@link #nllLoss}, of any number of dimensions. */
  public static Tensor nllLossNd(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    return nllLossForward(self, target, weight, reduction, ignoreIndex)[0];
  }

  /** As {@link #nllLoss}, of pictures. */
  public static Tensor nllLoss2d(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    return nllLossForward(self, target, weight, reduction, ignoreIndex)[0];
  }

  /** As {@link #nllLossForward}, of pictures. */
  public static Tensor[] nllLoss2dForward(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    return nllLossForward(self, target, weight, reduction, ignoreIndex);
  }

  /** As {@link #nllLossBackward}, of pictures. */
  public static Tensor nllLoss2dBackward(
      Tensor gradOutput,
      Tensor self,
      Tensor target,
      @Nullable Tensor weight,
      long reduction,
      long ignoreIndex,
      Tensor totalWeight) {
    return nllLossBackward(gradOutput, self, target, weight, reduction, ignoreIndex, totalWeight);
  }

  /** The loss, and the sum of the weights that a mean is taken with. */
  public static Tensor[] nllLossForward(
      Tensor self, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    Classes classes = Classes.of(self, target, weight, ignoreIndex);
    double[] losses = new double[classes.targets.length];
    double total = 0;
    double sum = 0;
    if (self.dtype() == DType.F64) {
      double[] x = Memory.plain(self, DType.F64).storage().doubles();
      for (int i = 0; i < losses.length; i++) {
        int at = classes.position(i);
        losses[i] = at < 0 ? 0 : -x[at] * classes.weight(i);
      }
    } else {
      float[] x = Memory.plain(self, DType.F32).storage().floats();
      for (int i = 0; i < losses.length; i++) {
        int at = classes.position(i);
        losses[i] = at < 0 ? 0 : -x[at] * classes.weight(i);
      }
    }
    for (int i = 0; i < losses.length; i++) {
      total += classes.position(i) < 0 ? 0 : classes.weight(i);
      sum += losses[i];
    }
    if (reduction == NONE) {
      return new Tensor[] {
        tensor(self, losses, target.sizes()), tensor(self, new double[1], new long[0])
      };
    }
    double loss = reduction == MEAN ? sum / total : sum;
    return new Tensor[] {
      tensor(self, new double[] {loss}, new long[0]),
      tensor(self, new double[] {total}, new long[0])
    };
  }

  /** The gradient of {@link #nllLoss}'s input. */
  public static Tensor nllLossBackward(
      Tensor gradOutput,
      Tensor self,
      Tensor target,
      @Nullable Tensor weight,
      long reduction,
      long ignoreIndex,
      Tensor totalWeight) {
    Classes classes = Classes.of(self, target, weight, ignoreIndex);
    double[] dy = gradOutput.toDoubleArray();
    double scale = reduction == MEAN ? 1 / totalWeight.item() : 1;
    boolean wide = self.dtype() == DType.F64;
    Strided dx = Strided.allocate(wide ? DType.F64 : DType.F32, Device.CPU, self.sizes());
    for (int i = 0; i < classes.targets.length; i++) {
      int at = classes.position(i);
      if (at < 0) {
        continue;
      }
      double grad = -classes.weight(i) * dy[reduction == NONE ? i : 0] * scale;
      if (wide) {
        dx.storage().doubles()[at] = grad;
      } else {
        dx.storage().floats()[at] = (float) grad;
      }
    }
    return Memory.as(
        Memory.as(Tensor.wrap(dx), self.dtype(), Device.CPU), self.dtype(), self.device());
  }

  private static Tensor tensor(Tensor like, double[] values, long[] sizes) {
    Tensor exact = Tensor.wrap(Strided.contiguous(HeapStorage.of(values), sizes));
    return Memory.as(Memory.as(exact, like.dtype(), Device.CPU), like.dtype(), like.device());
  }

  /** The targets of scores {@code [n, classes, ..]}, and where the score of each lies. */
  private static final class Classes {
    final long[] targets;
    private final double @Nullable [] weights;
    private final long ignoreIndex;
    private final int count;
    private final int inner;

    private Classes(
        long[] targets, double @Nullable [] weights, long ignoreIndex, int count, int inner) {
      this.targets = targets;
      this.weights = weights;
      this.ignoreIndex = ignoreIndex;
      this.count = count;
      this.inner = inner;
    }

    static Classes of(Tensor self, Tensor target, @Nullable Tensor weight, long ignoreIndex) {
      if (!self.dtype().isFloatingPoint()) {
        throw new IllegalArgumentException(
            "\"nll_loss_out_frame\" not implemented for '%s'".formatted(self.dtype().printName()));
      }
      if (target.dtype() != DType.I64 && target.dtype() != DType.U8) {
        throw new IllegalArgumentException(
            "expected scalar type Long but found " + target.dtype().printName());
      }
      if (self.dim() == 0) {
        throw new ShapeException("nll_loss: input tensor should be 1D or 2D, but it has no sizes");
      }
      int classDim = self.dim() == 1 ? 0 : 1;
      long[] wanted = Views.without(self.sizes(), classDim);
      if (!Arrays.equals(wanted, target.sizes())
          && !(self.dim() == 1 && target.numel() == 1)) { // torch takes a [1] for no size
        throw new ShapeException(
            "nll_loss: Expected target size %s, got %s for input %s"
                .formatted(
                    Arrays.toString(wanted),
                    Arrays.toString(target.sizes()),
                    Arrays.toString(self.sizes())));
      }
      long count = self.size(classDim);
      if (weight != null && weight.numel() != count) {
        throw new ShapeException(
            ("weight tensor should be defined either for all %d classes or no classes but got"
                    + " weight tensor of shape: %s")
                .formatted(count, Arrays.toString(weight.sizes())));
      }
      int inner = 1;
      for (int d = classDim + 1; d < self.dim(); d++) {
        inner *= (int) self.size(d);
      }
      long[] targets = target.toLongArray();
      for (long t : targets) {
        if (t != ignoreIndex && (t < 0 || t >= count)) {
          throw new IndexOutOfBoundsException(
              "Target %d is out of bounds: there are %d classes".formatted(t, count));
        }
      }
      double[] weights = weight == null ? null : weight.toDoubleArray();
      return new Classes(targets, weights, ignoreIndex, (int) count, inner);
    }

    /** Where the score of target {@code i} lies; −1 if it is ignored. */
    int position(int i) {
      if (targets[i] == ignoreIndex) {
        return -1;
      }
      return (i / inner * count + (int) targets[i]) * inner + i % inner;
    }

    double weight(int i) {
      return weights == null ? 1 : weights[(int) targets[i]];
    }
  }
}
