package dev.cresset.ir.reference;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Losses of classes, and the table of vectors that classes are looked up in. */
public final class LossReference {
  private static final long NONE = 0;
  private static final long MEAN = 1;

  private LossReference() {}

  /**
   * {@code nll_loss_forward(self, target, weight, reduction, ignore_index)}: the loss and the sum
   * of the weights.
   */
  public static List<NdArray> nllLoss(Arguments in) {
    return nllLoss(in.array(0), in.array(1), in.arrayOrNull(2), in.integer(3), in.integer(4));
  }

  private static List<NdArray> nllLoss(
      NdArray self, NdArray target, @Nullable NdArray weight, long reduction, long ignore) {
    int classes = self.rank() == 1 ? 0 : 1;
    NdArray each = NdArray.zeros(self.dtype(), target.sizes());
    double total = 0;
    double weights = 0;
    for (long i = 0; i < target.count(); i++) {
      long label = target.whole(i);
      if (label == ignore) {
        continue;
      }
      if (label < 0 || label >= self.size(classes)) {
        throw new IndexOutOfBoundsException("Target %d is out of bounds.".formatted(label));
      }
      double factor = weight == null ? 1 : weight.real(label);
      double loss = -factor * self.real(Index.with(Index.of(i, target.sizes()), classes, label));
      each.set(i, loss);
      total += loss;
      weights += factor;
    }
    NdArray sum = NdArray.of(self.dtype(), new long[0], weights);
    if (reduction == NONE) {
      return List.of(each, NdArray.zeros(self.dtype()));
    }
    double loss = reduction == MEAN ? total / weights : total;
    return List.of(NdArray.of(self.dtype(), new long[0], loss), sum);
  }

  /**
   * {@code cross_entropy(self, target, weight, reduction, ignore_index, label_smoothing)} of
   * log-probabilities and named classes.
   */
  public static NdArray crossEntropy(Arguments in) {
    NdArray logs = in.array(0);
    int classes = logs.rank() == 1 ? 0 : 1;
    NdArray target = in.array(1);
    NdArray weight = in.arrayOrNull(2);
    List<NdArray> plain = nllLoss(logs, target, weight, in.integer(3), in.integer(4));
    if (in.real(5) == 0) {
      return plain.get(0);
    }
    return smoothed(logs, target, weight, in, plain, classes);
  }

  /** Every class is the target by {@code smoothing} over their number. */
  private static NdArray smoothed(
      NdArray logs,
      NdArray target,
      @Nullable NdArray weight,
      Arguments in,
      List<NdArray> plain,
      int classes) {
    NdArray each = NdArray.zeros(logs.dtype(), target.sizes());
    double sum = 0;
    long counted = 0;
    for (long i = 0; i < target.count(); i++) {
      if (target.whole(i) == in.integer(4)) {
        continue;
      }
      counted++;
      double loss = 0;
      for (long c = 0; c < logs.size(classes); c++) {
        double factor = weight == null ? 1 : weight.real(c);
        loss -= factor * logs.real(Index.with(Index.of(i, target.sizes()), classes, c));
      }
      each.set(i, loss / logs.size(classes));
      sum += loss / logs.size(classes);
    }
    double smoothing = in.real(5);
    NdArray result = plain.get(0).copy();
    double divisor = weight == null ? counted : plain.get(1).real(0L);
    for (long i = 0; i < result.count(); i++) {
      double even =
          in.integer(3) == NONE ? each.real(i) : in.integer(3) == MEAN ? sum / divisor : sum;
      result.set(i, (1 - smoothing) * plain.get(0).real(i) + smoothing * even);
    }
    return result;
  }

  /** {@code class_dim(self)}. */
  public static Object classDim(Arguments in) {
    return in.array(0).rank() == 1 ? 0L : 1L;
  }

  /** {@code is_probabilities(self, target)}. */
  public static Object isProbabilities(Arguments in) {
    NdArray target = in.array(1);
    return target.dtype().isFloatingPoint() && Arrays.equals(in.array(0).sizes(), target.sizes());
  }

  /** {@code reduce_loss(self, reduction)}. */
  public static NdArray reduce(Arguments in) {
    NdArray self = in.array(0);
    if (in.integer(1) == NONE) {
      return self;
    }
    NdArray sum = ReductionReference.sum(self, new long[0], false, self.dtype());
    double factor = in.integer(1) == MEAN ? 1.0 / self.count() : 1;
    return NdArray.of(self.dtype(), new long[0], sum.real(0L) * factor);
  }

  /** {@code embedding(weight, indices)}: the rows that the indices name. */
  public static NdArray embedding(Arguments in) {
    NdArray weight = in.array(0);
    NdArray indices = in.array(1);
    NdArray result = NdArray.zeros(weight.dtype(), Index.join(indices.sizes(), weight.size(1)));
    for (long i = 0; i < indices.count(); i++) {
      for (long k = 0; k < weight.size(1); k++) {
        result.set(i * weight.size(1) + k, weight.real(new long[] {indices.whole(i), k}));
      }
    }
    return result;
  }
}
