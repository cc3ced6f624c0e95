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

/**
 * The classes that scores {@code [n, classes, ..]} should have named. A loss is linear in the
 * scores; the factors are these:
 *
 * <pre>{@code
 * −(1 − smoothing)·weight[target]   of the target's score
 * −smoothing / classes·weight[c]    of the score of each class c
 * }</pre>
 */
final class ClassTargets {
  private final long[] targets;
  private final double[] weights;
  private final long ignoreIndex;
  private final double smoothing;
  private final int inner;

  private ClassTargets(
      long[] targets, double[] weights, long ignoreIndex, double smoothing, int inner) {
    this.targets = targets;
    this.weights = weights;
    this.ignoreIndex = ignoreIndex;
    this.smoothing = smoothing;
    this.inner = inner;
  }

  /**
   * Targets of scores of {@code size}.
   *
   * @throws ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if a target is no class
   */
  static ClassTargets of(
      long[] size, Tensor target, @Nullable Tensor weight, long ignoreIndex, double smoothing) {
    if (target.dtype() != DType.I64 && target.dtype() != DType.U8) {
      throw new IllegalArgumentException(
          "expected scalar type Long but found " + target.dtype().printName());
    }
    if (size.length == 0) {
      throw new ShapeException("nll_loss: the input needs a dimension of classes, but has none");
    }
    int classDim = size.length == 1 ? 0 : 1;
    long[] wanted = Views.without(size, classDim);
    boolean single = size.length == 1 && target.numel() == 1; // torch takes [1] for no size
    if (!single && !Arrays.equals(wanted, target.sizes())) {
      throw new ShapeException(
          "nll_loss: Expected target size %s, got %s for input %s"
              .formatted(
                  Arrays.toString(wanted), Arrays.toString(target.sizes()), Arrays.toString(size)));
    }
    int classes = (int) size[classDim];
    if (weight != null && weight.numel() != classes) {
      throw new ShapeException(
          ("weight tensor should be defined either for all %d classes or no classes but got weight"
                  + " tensor of shape: %s")
              .formatted(classes, Arrays.toString(weight.sizes())));
    }
    int inner = 1;
    for (int d = classDim + 1; d < size.length; d++) {
      inner *= (int) size[d];
    }
    long[] targets = target.toLongArray();
    for (long t : targets) {
      if (t != ignoreIndex && (t < 0 || t >= classes)) {
        throw new IndexOutOfBoundsException(
            "Target %d is out of bounds: there are %d classes".formatted(t, classes));
      }
    }
    double[] weights = new double[classes];
    Arrays.fill(weights, 1);
    return new ClassTargets(
        targets, weight == null ? weights : weight.toDoubleArray(), ignoreIndex, smoothing, inner);
  }

  /** Checks that scores are reals. */
  static void checkReal(Tensor scores) {
    if (!scores.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "\"nll_loss_out_frame\" not implemented for '%s'".formatted(scores.dtype().printName()));
    }
  }

  /** The sum of the weights of all targets that count. */
  double totalWeight() {
    double total = 0;
    for (long t : targets) {
      total += t == ignoreIndex ? 0 : weights[(int) t];
    }
    return total;
  }

  /**
   * Where the score of class 0 for target {@code i} lies; the others follow {@link #inner} apart.
   */
  private int position(int i) {
    return i / inner * weights.length * inner + i % inner;
  }

  /** A loss for each target. */
  double[] losses(Tensor scores) {
    double[] losses = new double[targets.length];
    boolean wide = scores.dtype() == DType.F64;
    Strided plain = Memory.plain(scores, wide ? DType.F64 : DType.F32);
    for (int i = 0; i < losses.length; i++) {
      if (targets[i] == ignoreIndex) {
        continue;
      }
      int t = (int) targets[i];
      int at = position(i);
      double score = score(plain, wide, at + t * inner);
      double loss = (smoothing - 1) * weights[t] * score;
      if (smoothing != 0) {
        double all = 0;
        for (int c = 0; c < weights.length; c++) {
          all += weights[c] * score(plain, wide, at + c * inner);
        }
        loss -= smoothing / weights.length * all;
      }
      losses[i] = loss;
    }
    return losses;
  }

  private static double score(Strided scores, boolean wide, int at) {
    return wide ? scores.storage().doubles()[at] : scores.storage().floats()[at];
  }

  /** The gradient of scores of {@code size}, whose losses have gradient {@code dy · scale}. */
  Tensor gradient(Tensor dy, double scale, long[] size) {
    double[] grads = dy.toDoubleArray();
    boolean wide = dy.dtype() == DType.F64;
    Strided dx = Strided.allocate(wide ? DType.F64 : DType.F32, Device.CPU, size.clone());
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] == ignoreIndex) {
        continue;
      }
      double grad = grads[grads.length == 1 ? 0 : i] * scale;
      int at = position(i);
      for (int c = 0; smoothing != 0 && c < weights.length; c++) {
        add(dx, wide, at + c * inner, -smoothing / weights.length * weights[c] * grad);
      }
      int t = (int) targets[i];
      add(dx, wide, at + t * inner, (smoothing - 1) * weights[t] * grad);
    }
    return placed(Tensor.wrap(dx), dy);
  }

  private static void add(Strided to, boolean wide, int at, double value) {
    if (wide) {
      to.storage().doubles()[at] += value;
    } else {
      to.storage().floats()[at] += (float) value;
    }
  }

  /** Numbers in the dtype of {@code like} and where it lies; one has no size. */
  Tensor tensor(Tensor like, double[] values, long... sizes) {
    return placed(Tensor.wrap(Strided.contiguous(HeapStorage.of(values), sizes)), like);
  }

  private static Tensor placed(Tensor x, Tensor like) {
    return Memory.as(Memory.as(x, like.dtype(), Device.CPU), like.dtype(), like.device());
  }
}
