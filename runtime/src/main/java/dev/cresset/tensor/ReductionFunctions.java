package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.longs;
import static dev.cresset.tensor.Arguments.moments;
import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.KeepDims;
import dev.cresset.Moments;
import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Scan;
import dev.cresset.tensor.eager.Sort;

/**
 * Reductions: many elements to one. Without a dimension they take all elements; {@code keepDims}
 * keeps the dimensions that are reduced, with size 1.
 */
public abstract class ReductionFunctions extends ActivationFunctions {

  /** Holds functions alone. */
  protected ReductionFunctions() {}

  /** The sum. As {@code torch.sum}. */
  @Aten("sum")
  public static Tensor sum(Tensor self) {
    return Reduction.sum(self, null);
  }

  /** The sum, computed in {@code dtype}. As {@code torch.sum}. */
  @Aten("sum")
  public static Tensor sum(Tensor self, DType dtype) {
    return Reduction.sum(self, dtype);
  }

  /** The sum over some dimensions. As {@code torch.sum}. */
  @Aten("sum.dim_IntList")
  public static Tensor sum(Tensor self, int... dim) {
    return Reduction.sum(self, longs(dim), false, null);
  }

  /** The sum over some dimensions. As {@code torch.sum}. */
  @Aten("sum.dim_IntList")
  public static Tensor sum(Tensor self, KeepDims dim) {
    return Reduction.sum(self, longs(dim.dims()), true, null);
  }

  /** The sum of what is not NaN. As {@code torch.nansum}. */
  @Aten("nansum")
  public static Tensor nansum(Tensor self) {
    return Reduction.nansum(self, null, false, null);
  }

  /** The sum of what is not NaN over some dimensions. As {@code torch.nansum}. */
  @Aten("nansum")
  public static Tensor nansum(Tensor self, int... dim) {
    return Reduction.nansum(self, longs(dim), false, null);
  }

  /** The sum of what is not NaN over some dimensions. As {@code torch.nansum}. */
  @Aten("nansum")
  public static Tensor nansum(Tensor self, KeepDims dim) {
    return Reduction.nansum(self, longs(dim.dims()), true, null);
  }

  /** The mean. As {@code torch.mean}. */
  @Aten("mean")
  public static Tensor mean(Tensor self) {
    return Reduction.mean(self, null);
  }

  /** The mean over some dimensions. As {@code torch.mean}. */
  @Aten("mean.dim")
  public static Tensor mean(Tensor self, int... dim) {
    return Reduction.mean(self, longs(dim), false, null);
  }

  /** The mean over some dimensions. As {@code torch.mean}. */
  @Aten("mean.dim")
  public static Tensor mean(Tensor self, KeepDims dim) {
    return Reduction.mean(self, longs(dim.dims()), true, null);
  }

  /** The product. As {@code torch.prod}. */
  @Aten("prod")
  public static Tensor prod(Tensor self) {
    return Reduction.prod(self, null);
  }

  /** The product along a dimension. As {@code torch.prod}. */
  @Aten("prod.dim_int")
  public static Tensor prod(Tensor self, int dim) {
    return Reduction.prod(self, dim, false, null);
  }

  /** The product along a dimension. As {@code torch.prod}. */
  @Aten("prod.dim_int")
  public static Tensor prod(Tensor self, int dim, boolean keepdim) {
    return Reduction.prod(self, dim, keepdim, null);
  }

  /** The variance, divided by n − 1. As {@code torch.var}. */
  @Aten("var")
  public static Tensor var(Tensor self) {
    return Reduction.var(self, true);
  }

  /** The variance, divided by n − 1 if {@code unbiased}, else by n. As {@code torch.var}. */
  @Aten("var")
  public static Tensor var(Tensor self, boolean unbiased) {
    return Reduction.var(self, unbiased);
  }

  /** The variance over some dimensions, divided by n − 1. As {@code torch.var}. */
  @Aten("var.dim")
  public static Tensor var(Tensor self, int... dim) {
    return Reduction.var(self, longs(dim), true, false);
  }

  /** The variance over some dimensions, divided by n − 1. As {@code torch.var}. */
  @Aten("var.dim")
  public static Tensor var(Tensor self, KeepDims dim) {
    return Reduction.var(self, longs(dim.dims()), true, true);
  }

  /** The variance over some dimensions, divided by n − correction. As {@code torch.var}. */
  @Aten("var.correction")
  public static Tensor var(Tensor self, int[] dim, long correction, boolean keepdim) {
    return Reduction.var(self, longs(dim), correction, keepdim);
  }

  /** The standard deviation, divided by n − 1. As {@code torch.std}. */
  @Aten("std")
  public static Tensor std(Tensor self) {
    return Reduction.std(self, true);
  }

  /**
   * The standard deviation, divided by n − 1 if {@code unbiased}, else by n. As {@code torch.std}.
   */
  @Aten("std")
  public static Tensor std(Tensor self, boolean unbiased) {
    return Reduction.std(self, unbiased);
  }

  /** The standard deviation over some dimensions, divided by n − 1. As {@code torch.std}. */
  @Aten("std.dim")
  public static Tensor std(Tensor self, int... dim) {
    return Reduction.std(self, longs(dim), true, false);
  }

  /** The standard deviation over some dimensions, divided by n − 1. As {@code torch.std}. */
  @Aten("std.dim")
  public static Tensor std(Tensor self, KeepDims dim) {
    return Reduction.std(self, longs(dim.dims()), true, true);
  }

  /**
   * The standard deviation over some dimensions, divided by n − correction. As {@code torch.std}.
   */
  @Aten("std.correction")
  public static Tensor std(Tensor self, int[] dim, long correction, boolean keepdim) {
    return Reduction.std(self, longs(dim), correction, keepdim);
  }

  /**
   * The standard deviation, divided by n − 1 if {@code unbiased}, else by n, and the mean. As
   * {@code torch.std_mean}.
   */
  @Aten("std_mean")
  public static Moments stdMean(Tensor self, boolean unbiased) {
    return moments(Reduction.stdMean(self, unbiased));
  }

  /**
   * The standard deviation over some dimensions, divided by n − 1, and the mean. As {@code
   * torch.std_mean}.
   */
  @Aten("std_mean.dim")
  public static Moments stdMean(Tensor self, int... dim) {
    return moments(Reduction.stdMean(self, longs(dim), true, false));
  }

  /**
   * The standard deviation over some dimensions, divided by n − 1, and the mean. As {@code
   * torch.std_mean}.
   */
  @Aten("std_mean.dim")
  public static Moments stdMean(Tensor self, KeepDims dim) {
    return moments(Reduction.stdMean(self, longs(dim.dims()), true, true));
  }

  /**
   * The variance, divided by n − 1 if {@code unbiased}, else by n, and the mean. As {@code
   * torch.var_mean}.
   */
  @Aten("var_mean")
  public static Moments varMean(Tensor self, boolean unbiased) {
    return moments(Reduction.varMean(self, unbiased));
  }

  /**
   * The variance over some dimensions, divided by n − 1, and the mean. As {@code torch.var_mean}.
   */
  @Aten("var_mean.dim")
  public static Moments varMean(Tensor self, int... dim) {
    return moments(Reduction.varMean(self, longs(dim), true, false));
  }

  /**
   * The variance over some dimensions, divided by n − 1, and the mean. As {@code torch.var_mean}.
   */
  @Aten("var_mean.dim")
  public static Moments varMean(Tensor self, KeepDims dim) {
    return moments(Reduction.varMean(self, longs(dim.dims()), true, true));
  }

  /** The largest elements over some dimensions. As {@code torch.amax}. */
  @Aten("amax")
  public static Tensor amax(Tensor self, int... dim) {
    return Reduction.amax(self, longs(dim), false);
  }

  /** The largest elements over some dimensions. As {@code torch.amax}. */
  @Aten("amax")
  public static Tensor amax(Tensor self, KeepDims dim) {
    return Reduction.amax(self, longs(dim.dims()), true);
  }

  /** The smallest elements over some dimensions. As {@code torch.amin}. */
  @Aten("amin")
  public static Tensor amin(Tensor self, int... dim) {
    return Reduction.amin(self, longs(dim), false);
  }

  /** The smallest elements over some dimensions. As {@code torch.amin}. */
  @Aten("amin")
  public static Tensor amin(Tensor self, KeepDims dim) {
    return Reduction.amin(self, longs(dim.dims()), true);
  }

  /** Where the largest element stands, counted row by row. As {@code torch.argmax}. */
  @Aten("argmax")
  public static Tensor argmax(Tensor self) {
    return Reduction.argmax(self, null, false);
  }

  /** Where the largest elements stand along a dimension. As {@code torch.argmax}. */
  @Aten("argmax")
  public static Tensor argmax(Tensor self, int dim) {
    return Reduction.argmax(self, (long) dim, false);
  }

  /** Where the largest elements stand along a dimension. As {@code torch.argmax}. */
  @Aten("argmax")
  public static Tensor argmax(Tensor self, int dim, boolean keepdim) {
    return Reduction.argmax(self, (long) dim, keepdim);
  }

  /** Where the smallest element stands, counted row by row. As {@code torch.argmin}. */
  @Aten("argmin")
  public static Tensor argmin(Tensor self) {
    return Reduction.argmin(self, null, false);
  }

  /** Where the smallest elements stand along a dimension. As {@code torch.argmin}. */
  @Aten("argmin")
  public static Tensor argmin(Tensor self, int dim) {
    return Reduction.argmin(self, (long) dim, false);
  }

  /** Where the smallest elements stand along a dimension. As {@code torch.argmin}. */
  @Aten("argmin")
  public static Tensor argmin(Tensor self, int dim, boolean keepdim) {
    return Reduction.argmin(self, (long) dim, keepdim);
  }

  /** Whether some element is true, that is not 0. As {@code torch.any}. */
  @Aten("any")
  public static Tensor any(Tensor self) {
    return Reduction.any(self);
  }

  /** Whether some element along a dimension is true. As {@code torch.any}. */
  @Aten("any.dim")
  public static Tensor any(Tensor self, int dim) {
    return Reduction.any(self, dim, false);
  }

  /** Whether some element along a dimension is true. As {@code torch.any}. */
  @Aten("any.dim")
  public static Tensor any(Tensor self, int dim, boolean keepdim) {
    return Reduction.any(self, dim, keepdim);
  }

  /** The lower median. As {@code torch.median}. */
  @Aten("median")
  public static Tensor median(Tensor self) {
    return Reduction.median(self);
  }

  /** The lower medians along a dimension, and where they stand. As {@code torch.median}. */
  @Aten("median.dim")
  public static ValuesIndices median(Tensor self, int dim) {
    return pair(Reduction.median(self, dim, false));
  }

  /** The lower medians along a dimension, and where they stand. As {@code torch.median}. */
  @Aten("median.dim")
  public static ValuesIndices median(Tensor self, int dim, boolean keepdim) {
    return pair(Reduction.median(self, dim, keepdim));
  }

  /** The lower median of what is not NaN. As {@code torch.nanmedian}. */
  @Aten("nanmedian")
  public static Tensor nanmedian(Tensor self) {
    return Reduction.nanmedian(self);
  }

  /**
   * The lower medians along a dimension of what is not NaN, and where they stand. As {@code
   * torch.nanmedian}.
   */
  @Aten("nanmedian.dim")
  public static ValuesIndices nanmedian(Tensor self, int dim, boolean keepdim) {
    return pair(Reduction.nanmedian(self, dim, keepdim));
  }

  /**
   * The k-th smallest elements along a dimension, and where they stand. As {@code torch.kthvalue}.
   */
  @Aten("kthvalue")
  public static ValuesIndices kthvalue(Tensor self, long k, int dim, boolean keepdim) {
    return pair(Sort.kthvalue(self, k, dim, keepdim));
  }

  /** {@code log(Σ eˣ)} over some dimensions, computed at once. As {@code torch.logsumexp}. */
  @Aten("logsumexp")
  public static Tensor logsumexp(Tensor self, int... dim) {
    return Reduction.logsumexp(self, longs(dim), false);
  }

  /** {@code log(Σ eˣ)} over some dimensions, computed at once. As {@code torch.logsumexp}. */
  @Aten("logsumexp")
  public static Tensor logsumexp(Tensor self, KeepDims dim) {
    return Reduction.logsumexp(self, longs(dim.dims()), true);
  }

  /** The p-norm. As {@code torch.norm}. */
  @Aten("norm.Scalar")
  public static Tensor norm(Tensor self, long p) {
    return Reduction.norm(self, p);
  }

  /** The p-norm. As {@code torch.norm}. */
  @Aten("norm.Scalar")
  public static Tensor norm(Tensor self, double p) {
    return Reduction.norm(self, p);
  }

  /** The 2-norm. As {@code torch.norm}. */
  @Aten("norm.Scalar")
  public static Tensor norm(Tensor self) {
    return Reduction.norm(self, 2L);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  public static Tensor norm(Tensor self, long p, int... dim) {
    return Reduction.norm(self, p, longs(dim), false);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  public static Tensor norm(Tensor self, double p, int... dim) {
    return Reduction.norm(self, p, longs(dim), false);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  public static Tensor norm(Tensor self, long p, KeepDims dim) {
    return Reduction.norm(self, p, longs(dim.dims()), true);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  public static Tensor norm(Tensor self, double p, KeepDims dim) {
    return Reduction.norm(self, p, longs(dim.dims()), true);
  }

  /** The p-norm of the difference. As {@code torch.dist}. */
  @Aten("dist")
  public static Tensor dist(Tensor self, Tensor other, long p) {
    return Reduction.dist(self, other, p);
  }

  /** The p-norm of the difference. As {@code torch.dist}. */
  @Aten("dist")
  public static Tensor dist(Tensor self, Tensor other, double p) {
    return Reduction.dist(self, other, p);
  }

  /** The norm of vectors in some dimensions. As {@code torch.linalg.vector_norm}. */
  @Aten("linalg_vector_norm")
  public static Tensor vectorNorm(Tensor self, long ord, int... dim) {
    return Reduction.linalgVectorNorm(self, ord, longs(dim), false, null);
  }

  /** The norm of vectors in some dimensions. As {@code torch.linalg.vector_norm}. */
  @Aten("linalg_vector_norm")
  public static Tensor vectorNorm(Tensor self, double ord, int... dim) {
    return Reduction.linalgVectorNorm(self, ord, longs(dim), false, null);
  }

  /** The norm of vectors in some dimensions. As {@code torch.linalg.vector_norm}. */
  @Aten("linalg_vector_norm")
  public static Tensor vectorNorm(Tensor self, long ord, KeepDims dim) {
    return Reduction.linalgVectorNorm(self, ord, longs(dim.dims()), true, null);
  }

  /** The norm of vectors in some dimensions. As {@code torch.linalg.vector_norm}. */
  @Aten("linalg_vector_norm")
  public static Tensor vectorNorm(Tensor self, double ord, KeepDims dim) {
    return Reduction.linalgVectorNorm(self, ord, longs(dim.dims()), true, null);
  }

  /** How many elements are not 0, over some dimensions. As {@code torch.count_nonzero}. */
  @Aten("count_nonzero.dim_IntList")
  public static Tensor countNonzero(Tensor self, int... dim) {
    return Reduction.countNonzero(self, longs(dim));
  }

  /** How many elements are not 0. As {@code torch.count_nonzero}. */
  @Aten("count_nonzero")
  public static Tensor countNonzero(Tensor self) {
    return Reduction.countNonzero(self, (Long) null);
  }

  /** Sums up to each place of a dimension. As {@code torch.cumsum}. */
  @Aten("cumsum")
  public static Tensor cumsum(Tensor self, int dim) {
    return Scan.cumsum(self, dim, null);
  }

  /** Sums up to each place of a dimension, computed in {@code dtype}. As {@code torch.cumsum}. */
  @Aten("cumsum")
  public static Tensor cumsum(Tensor self, int dim, DType dtype) {
    return Scan.cumsum(self, dim, dtype);
  }

  /** Products up to each place of a dimension. As {@code torch.cumprod}. */
  @Aten("cumprod")
  public static Tensor cumprod(Tensor self, int dim) {
    return Scan.cumprod(self, dim, null);
  }

  /**
   * Products up to each place of a dimension, computed in {@code dtype}. As {@code torch.cumprod}.
   */
  @Aten("cumprod")
  public static Tensor cumprod(Tensor self, int dim, DType dtype) {
    return Scan.cumprod(self, dim, dtype);
  }

  /** The largest up to each place of a dimension, and where they stand. As {@code torch.cummax}. */
  @Aten("cummax")
  public static ValuesIndices cummax(Tensor self, int dim) {
    return pair(Scan.cummax(self, dim));
  }

  /**
   * The smallest up to each place of a dimension, and where they stand. As {@code torch.cummin}.
   */
  @Aten("cummin")
  public static ValuesIndices cummin(Tensor self, int dim) {
    return pair(Scan.cummin(self, dim));
  }

  /** {@code log(Σ eˣ)} up to each place of a dimension. As {@code torch.logcumsumexp}. */
  @Aten("logcumsumexp")
  public static Tensor logcumsumexp(Tensor self, int dim) {
    return Scan.logcumsumexp(self, dim);
  }

  /** How often each whole number from 0 on occurs. As {@code torch.bincount}. */
  @Aten("bincount")
  public static Tensor bincount(Tensor self) {
    return Sort.bincount(self, null, 0);
  }
}
