package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.cpu.Fold;
import dev.cresset.backend.cpu.Folds;
import dev.cresset.backend.cpu.Reduce;
import dev.cresset.backend.cpu.Slabs;
import dev.cresset.backend.cpu.WholeFold;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Broadcast;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One number made of many: what the family of reductions computes. */
public final class ReductionForward {
  private ReductionForward() {}

  // Sums and products.

  /** The sum of all elements; of whole numbers and truths it is I64. */
  public static Tensor sum(Tensor self, @Nullable DType dtype) {
    return sum(self, null, false, dtype);
  }

  /** The sum over dimensions; all, if none is named. */
  public static Tensor sum(
      Tensor self, long @Nullable [] dim, boolean keepdim, @Nullable DType dtype) {
    return total(self, dim, keepdim, dtype, Folds.SUM, WholeFold.SUM);
  }

  /** As {@link #sum(Tensor, long[], boolean, DType)}, leaving out NaN. */
  public static Tensor nansum(
      Tensor self, long @Nullable [] dim, boolean keepdim, @Nullable DType dtype) {
    return total(self, dim, keepdim, dtype, Folds.SUM_OF_NUMBERS, WholeFold.SUM);
  }

  /** The product of all elements; of whole numbers and truths it is I64. */
  public static Tensor prod(Tensor self, @Nullable DType dtype) {
    return total(self, null, false, dtype, Folds.PRODUCT, WholeFold.PRODUCT);
  }

  /** The product over a dimension. */
  public static Tensor prod(Tensor self, long dim, boolean keepdim, @Nullable DType dtype) {
    return total(self, new long[] {dim}, keepdim, dtype, Folds.PRODUCT, WholeFold.PRODUCT);
  }

  private static Tensor total(
      Tensor self,
      long @Nullable [] dim,
      boolean keepdim,
      @Nullable DType dtype,
      Fold reals,
      WholeFold wholes) {
    Tensor x = dtype == null || dtype == self.dtype() ? self : Views.copy(self, dtype);
    DType result = dtype != null ? dtype : x.dtype().isFloatingPoint() ? x.dtype() : DType.I64;
    return fold(x, Reduced.of(self, dim, keepdim), reals, wholes, result);
  }

  private static Tensor fold(
      Tensor x, Reduced reduced, Fold reals, WholeFold wholes, DType result) {
    Slabs slabs = Slabs.of(x.strided(), reduced.gone());
    return x.dtype().isFloatingPoint()
        ? reduced.tensor(Reduce.reals(slabs, reals), result)
        : reduced.tensor(Reduce.wholes(slabs, wholes), result);
  }

  /** The mean of all elements. */
  public static Tensor mean(Tensor self, @Nullable DType dtype) {
    return mean(self, null, false, dtype);
  }

  /**
   * The mean over dimensions; all, if none is named.
   *
   * @throws IllegalArgumentException if the elements are no reals and {@code dtype} does not make
   *     them so
   */
  public static Tensor mean(
      Tensor self, long @Nullable [] dim, boolean keepdim, @Nullable DType dtype) {
    DType real = dtype == null ? self.dtype() : dtype;
    if (!real.isFloatingPoint()) {
      throw new IllegalArgumentException(
          ("mean(): could not infer output dtype. %s dtype must be either a floating point or"
                  + " complex dtype. Got: %s")
              .formatted(dtype == null ? "Input" : "Optional", real.printName()));
    }
    Tensor x = real == self.dtype() ? self : Views.copy(self, real);
    Reduced reduced = Reduced.of(self, dim, keepdim);
    return reduced.tensor(means(Slabs.of(x.strided(), reduced.gone())), real);
  }

  private static double[] means(Slabs slabs) {
    double[] means = Reduce.reals(slabs, Folds.SUM);
    double count = slabs.count();
    for (int r = 0; r < means.length; r++) {
      means[r] /= count;
    }
    return means;
  }

  // Greatest and least.

  /** The greatest over dimensions; all, if none is named. */
  public static Tensor amax(Tensor self, long[] dim, boolean keepdim) {
    return extreme("amax", self, dim, keepdim, true);
  }

  /** The least over dimensions; all, if none is named. */
  public static Tensor amin(Tensor self, long[] dim, boolean keepdim) {
    return extreme("amin", self, dim, keepdim, false);
  }

  /** The greatest of all. */
  public static Tensor max(Tensor self) {
    return extreme("max", self, new long[0], false, true);
  }

  /** The least of all. */
  public static Tensor min(Tensor self) {
    return extreme("min", self, new long[0], false, false);
  }

  private static Tensor extreme(
      String op, Tensor self, long[] dim, boolean keepdim, boolean greatest) {
    Reduced reduced = Reduced.of(self, dim, keepdim);
    reduced.checkNotEmpty(op, dim.length > 0);
    return greatest
        ? fold(self, reduced, Folds.GREATEST, WholeFold.GREATEST, self.dtype())
        : fold(self, reduced, Folds.LEAST, WholeFold.LEAST, self.dtype());
  }

  /**
   * The greatest along a dimension, and the index of the first that is so great; NaN is greater.
   */
  public static Tensor[] max(Tensor self, long dim, boolean keepdim) {
    return place("max", self, dim, keepdim, true);
  }

  /** The least along a dimension, and the index of the first that is so small; NaN is less. */
  public static Tensor[] min(Tensor self, long dim, boolean keepdim) {
    return place("min", self, dim, keepdim, false);
  }

  /** The index of the first of the greatest; of all flattened, if no dimension is named. */
  public static Tensor argmax(Tensor self, @Nullable Long dim, boolean keepdim) {
    return place("argmax", self, dim, keepdim, true)[1];
  }

  /** The index of the first of the least; of all flattened, if no dimension is named. */
  public static Tensor argmin(Tensor self, @Nullable Long dim, boolean keepdim) {
    return place("argmin", self, dim, keepdim, false)[1];
  }

  private static Tensor[] place(
      String op, Tensor self, @Nullable Long dim, boolean keepdim, boolean greatest) {
    Reduced reduced = Reduced.of(self, dim == null ? null : new long[] {dim}, keepdim);
    reduced.checkNotEmpty(op, dim != null);
    Slabs slabs = Slabs.of(self.strided(), reduced.gone());
    if (self.dtype().isFloatingPoint()) {
      double[] values = Reduce.reals(slabs, greatest ? Folds.GREATEST : Folds.LEAST);
      Tensor indices = reduced.tensor(Reduce.first(slabs, values), DType.I64);
      return new Tensor[] {reduced.tensor(values, self.dtype()), indices};
    }
    long[] values = Reduce.wholes(slabs, greatest ? WholeFold.GREATEST : WholeFold.LEAST);
    Tensor indices = reduced.tensor(Reduce.first(slabs, values), DType.I64);
    return new Tensor[] {reduced.tensor(values, self.dtype()), indices};
  }

  /** The middle of all elements, of two the lesser; NaN if there is one, or nothing. */
  public static Tensor median(Tensor self) {
    return Medians.ofAll(self, false);
  }

  /** The middle along a dimension, of two the lesser, and where it was; NaN if there is one. */
  public static Tensor[] median(Tensor self, long dim, boolean keepdim) {
    return Medians.along("median", self, dim, keepdim, false);
  }

  /** The middle of all elements that are numbers, of two the lesser. */
  public static Tensor nanmedian(Tensor self) {
    return Medians.ofAll(self, true);
  }

  /** The middle of the numbers along a dimension, of two the lesser, and where it was. */
  public static Tensor[] nanmedian(Tensor self, long dim, boolean keepdim) {
    return Medians.along("nanmedian", self, dim, keepdim, true);
  }

  // Truth.

  /** Whether all elements are not 0. */
  public static Tensor all(Tensor self) {
    return fold(self, Reduced.all(self, false), Folds.ALL, WholeFold.ALL, truth(self));
  }

  /** Whether all elements along a dimension are not 0. */
  public static Tensor all(Tensor self, long dim, boolean keepdim) {
    Reduced reduced = Reduced.of(self, new long[] {dim}, keepdim);
    return fold(self, reduced, Folds.ALL, WholeFold.ALL, truth(self));
  }

  /** Whether any element is not 0. */
  public static Tensor any(Tensor self) {
    return fold(self, Reduced.all(self, false), Folds.ANY, WholeFold.ANY, truth(self));
  }

  /** Whether any element along a dimension is not 0. */
  public static Tensor any(Tensor self, long dim, boolean keepdim) {
    Reduced reduced = Reduced.of(self, new long[] {dim}, keepdim);
    return fold(self, reduced, Folds.ANY, WholeFold.ANY, truth(self));
  }

  /** torch keeps bytes as truths, from before it had bool. */
  private static DType truth(Tensor self) {
    return self.dtype() == DType.U8 ? DType.U8 : DType.BOOL;
  }

  /** How many elements are not 0. */
  public static Tensor countNonzero(Tensor self, @Nullable Long dim) {
    return countNonzero(self, dim == null ? new long[0] : new long[] {dim});
  }

  /** How many elements over dimensions are not 0; over all, if none is named. */
  public static Tensor countNonzero(Tensor self, long[] dim) {
    Reduced reduced = Reduced.of(self, dim, false);
    return fold(self, reduced, Folds.COUNT_NONZERO, WholeFold.COUNT_NONZERO, DType.I64);
  }

  // Spread.

  /** The variance over dimensions, with {@code correction} taken off the number of elements. */
  public static Tensor var(
      Tensor self, long @Nullable [] dim, @Nullable Long correction, boolean keepdim) {
    return spread(self, dim, correction, keepdim, false);
  }

  /** The standard deviation, with {@code correction} taken off the number of elements. */
  public static Tensor std(
      Tensor self, long @Nullable [] dim, @Nullable Long correction, boolean keepdim) {
    return spread(self, dim, correction, keepdim, true);
  }

  private static Tensor spread(
      Tensor self,
      long @Nullable [] dim,
      @Nullable Long correction,
      boolean keepdim,
      boolean root) {
    if (!self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "std and var only support floating point and complex dtypes, but the input is "
              + self.dtype().printName());
    }
    Reduced reduced = Reduced.of(self, dim, keepdim);
    Slabs slabs = Slabs.of(self.strided(), reduced.gone());
    double[] means = means(slabs);
    double[] spread = Reduce.reals(slabs, Folds.sumOfSquaresAround(means));
    double freedom = Math.max(0, slabs.count() - (correction == null ? 1 : correction));
    for (int r = 0; r < spread.length; r++) {
      double variance = spread[r] / freedom;
      spread[r] = root ? Math.sqrt(variance) : variance;
    }
    return reduced.tensor(spread, self.dtype());
  }

  // Norms.

  /** The norm of order {@code ord} of a vector, over dimensions; all, if none is named. */
  public static Tensor linalgVectorNorm(
      Tensor self, Number ord, long @Nullable [] dim, boolean keepdim, @Nullable DType dtype) {
    DType real = dtype == null ? self.dtype() : dtype;
    if (!real.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "linalg.vector_norm: Expected a floating point or complex tensor as input. Got "
              + real.printName());
    }
    double p = ord.doubleValue();
    Tensor x = real == self.dtype() ? self : Views.copy(self, real);
    Reduced reduced = Reduced.of(self, dim, keepdim);
    Slabs slabs = Slabs.of(x.strided(), reduced.gone());
    if (slabs.count() == 0 && (p < 0 || p == Double.POSITIVE_INFINITY)) {
      throw new IndexOutOfBoundsException(
          ("linalg.vector_norm cannot compute the %s norm on an empty tensor because the operation"
                  + " does not have an identity")
              .formatted(ord));
    }
    double[] norms = Reduce.reals(slabs, powers(p));
    boolean root = p != 0 && p != 1 && !Double.isInfinite(p);
    for (int r = 0; root && r < norms.length; r++) {
      norms[r] = p == 2 ? Math.sqrt(norms[r]) : Math.pow(norms[r], 1 / p);
    }
    return reduced.tensor(norms, real);
  }

  private static Fold powers(double p) {
    if (Double.isInfinite(p)) {
      return p > 0 ? Folds.GREATEST_MAGNITUDE : Folds.LEAST_MAGNITUDE;
    }
    if (p == 0) {
      return Folds.COUNT_NONZERO;
    }
    if (p == 1) {
      return Folds.SUM_OF_MAGNITUDES;
    }
    return p == 2 ? Folds.SUM_OF_SQUARES : Folds.sumOfPowers(p);
  }

  /** The logarithm of the sum of exponentials over dimensions, without overflow. */
  public static Tensor logsumexp(Tensor self, long[] dim, boolean keepdim) {
    Tensor x = self.dtype().isFloatingPoint() ? self : Views.copy(self, DType.F32);
    Reduced reduced = Reduced.of(self, dim, keepdim);
    Slabs slabs = Slabs.of(x.strided(), reduced.gone());
    double[] shifts = Reduce.reals(slabs, Folds.GREATEST);
    for (int r = 0; r < shifts.length; r++) {
      shifts[r] = Double.isInfinite(shifts[r]) ? 0 : shifts[r];
    }
    double[] sums = Reduce.reals(slabs, Folds.sumOfExponentials(shifts));
    for (int r = 0; r < sums.length; r++) {
      sums[r] = Math.log(sums[r]) + shifts[r];
    }
    return reduced.tensor(sums, x.dtype());
  }

  // Softmax.

  /** e^x over the sum of all of these along {@code dim}. */
  public static Tensor softmax(Tensor self, long dim, @Nullable DType dtype) {
    return SoftmaxForward.forward(self, dim, dtype, false);
  }

  /** As {@link #softmax(Tensor, long, DType)}; halves become singles if {@code halfToFloat}. */
  public static Tensor _softmax(Tensor self, long dim, boolean halfToFloat) {
    return SoftmaxForward.forward(self, dim, halfToFloat ? DType.F32 : null, false);
  }

  /** The logarithm of {@link #softmax(Tensor, long, DType)}. */
  public static Tensor logSoftmax(Tensor self, long dim, @Nullable DType dtype) {
    return SoftmaxForward.forward(self, dim, dtype, true);
  }

  /** The logarithm of {@link #_softmax}. */
  public static Tensor _logSoftmax(Tensor self, long dim, boolean halfToFloat) {
    return SoftmaxForward.forward(self, dim, halfToFloat ? DType.F32 : null, true);
  }

  /** The gradient of softmax's input. */
  public static Tensor _softmaxBackwardData(
      Tensor gradOutput, Tensor output, long dim, DType inputDtype) {
    return SoftmaxForward.backward(gradOutput, output, dim, inputDtype, false);
  }

  /** The gradient of log-softmax's input. */
  public static Tensor _logSoftmaxBackwardData(
      Tensor gradOutput, Tensor output, long dim, DType inputDtype) {
    return SoftmaxForward.backward(gradOutput, output, dim, inputDtype, true);
  }

  // What gradients need.

  /** Zeros of {@code sizes} with {@code grad} where {@code indices} along {@code dim} say. */
  public static Tensor valueSelectingReductionBackward(
      Tensor grad, long dim, Tensor indices, long[] sizes, boolean keepdim) {
    boolean restore = !keepdim && sizes.length > 0;
    Tensor source = restore ? ShapeForward.unsqueeze(grad, dim) : grad;
    Tensor at = restore ? ShapeForward.unsqueeze(indices, dim) : indices;
    return IndexForward.scatterAdd(Views.zeros(grad, sizes.clone()), dim, at, source);
  }

  /** The elements where {@code indices} along {@code dim} say. */
  public static Tensor valuesAt(Tensor self, long dim, Tensor indices, boolean keepdim) {
    boolean restore = !keepdim && self.dim() > 0;
    Tensor at = restore ? ShapeForward.unsqueeze(indices, dim) : indices;
    Tensor values = IndexForward.gather(self, dim, at, false);
    return restore ? ShapeForward.squeeze(values, dim) : values;
  }

  /** What a variance divides by: the elements less the correction, at least 0. */
  public static long degreesOfFreedom(
      long[] size, long @Nullable [] dim, @Nullable Long correction) {
    return Math.max(
        0, ShapeForward.reducedNumel(size, dim) - (correction == null ? 1 : correction));
  }

  /** The sizes that both broadcast to. */
  public static long[] broadcastSizes(long[] a, long[] b) {
    return Broadcast.sizes("broadcast", a, b).clone();
  }

  /** {@code dim}, or the first dimension of size 3. */
  public static long crossDim(long[] size, @Nullable Long dim) {
    for (int d = 0; dim == null && d < size.length; d++) {
      if (size[d] == 3) {
        return d;
      }
    }
    if (dim == null || size[Views.dimension(dim, size.length)] != 3) {
      throw new ShapeException(
          "cross: inputs of sizes %s must have length 3 along %s"
              .formatted(Arrays.toString(size), dim == null ? "a dimension" : "dimension " + dim));
    }
    return dim;
  }
}
