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
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Scan;
import dev.cresset.tensor.eager.Sort;

/**
 * A tensor's reductions: many elements to one. Without a dimension they take all elements; {@code
 * keepDims} keeps the dimensions that are reduced, with size 1.
 */
public interface ReductionMethods {

  /** The sum. As {@code torch.sum}. */
  @Aten("sum")
  default Tensor sum() {
    return Reduction.sum((Tensor) this, null);
  }

  /** The sum, computed in {@code dtype}. As {@code torch.sum}. */
  @Aten("sum")
  default Tensor sum(DType dtype) {
    return Reduction.sum((Tensor) this, dtype);
  }

  /** The sum over some dimensions. As {@code torch.sum}. */
  @Aten("sum.dim_IntList")
  default Tensor sum(int... dim) {
    return Reduction.sum((Tensor) this, longs(dim), false, null);
  }

  /** The sum over some dimensions. As {@code torch.sum}. */
  @Aten("sum.dim_IntList")
  default Tensor sum(KeepDims dim) {
    return Reduction.sum((Tensor) this, longs(dim.dims()), true, null);
  }

  /** The sum of what is not NaN. As {@code torch.nansum}. */
  @Aten("nansum")
  default Tensor nansum() {
    return Reduction.nansum((Tensor) this, null, false, null);
  }

  /** The sum of what is not NaN over some dimensions. As {@code torch.nansum}. */
  @Aten("nansum")
  default Tensor nansum(int... dim) {
    return Reduction.nansum((Tensor) this, longs(dim), false, null);
  }

  /** The sum of what is not NaN over some dimensions. As {@code torch.nansum}. */
  @Aten("nansum")
  default Tensor nansum(KeepDims dim) {
    return Reduction.nansum((Tensor) this, longs(dim.dims()), true, null);
  }

  /** The mean. As {@code torch.mean}. */
  @Aten("mean")
  default Tensor mean() {
    return Reduction.mean((Tensor) this, null);
  }

  /** The mean over some dimensions. As {@code torch.mean}. */
  @Aten("mean.dim")
  default Tensor mean(int... dim) {
    return Reduction.mean((Tensor) this, longs(dim), false, null);
  }

  /** The mean over some dimensions. As {@code torch.mean}. */
  @Aten("mean.dim")
  default Tensor mean(KeepDims dim) {
    return Reduction.mean((Tensor) this, longs(dim.dims()), true, null);
  }

  /** The product. As {@code torch.prod}. */
  @Aten("prod")
  default Tensor prod() {
    return Reduction.prod((Tensor) this, null);
  }

  /** The product along a dimension. As {@code torch.prod}. */
  @Aten("prod.dim_int")
  default Tensor prod(int dim) {
    return Reduction.prod((Tensor) this, dim, false, null);
  }

  /** The product along a dimension. As {@code torch.prod}. */
  @Aten("prod.dim_int")
  default Tensor prod(int dim, boolean keepdim) {
    return Reduction.prod((Tensor) this, dim, keepdim, null);
  }

  /** The variance, divided by n − 1. As {@code torch.var}. */
  @Aten("var")
  default Tensor var() {
    return Reduction.var((Tensor) this, true);
  }

  /** The variance, divided by n − 1 if {@code unbiased}, else by n. As {@code torch.var}. */
  @Aten("var")
  default Tensor var(boolean unbiased) {
    return Reduction.var((Tensor) this, unbiased);
  }

  /** The variance over some dimensions, divided by n − 1. As {@code torch.var}. */
  @Aten("var.dim")
  default Tensor var(int... dim) {
    return Reduction.var((Tensor) this, longs(dim), true, false);
  }

  /** The variance over some dimensions, divided by n − 1. As {@code torch.var}. */
  @Aten("var.dim")
  default Tensor var(KeepDims dim) {
    return Reduction.var((Tensor) this, longs(dim.dims()), true, true);
  }

  /** The variance over some dimensions, divided by n − correction. As {@code torch.var}. */
  @Aten("var.correction")
  default Tensor var(int[] dim, long correction, boolean keepdim) {
    return Reduction.var((Tensor) this, longs(dim), correction, keepdim);
  }

  /** The standard deviation, divided by n − 1. As {@code torch.std}. */
  @Aten("std")
  default Tensor std() {
    return Reduction.std((Tensor) this, true);
  }

  /**
   * The standard deviation, divided by n − 1 if {@code unbiased}, else by n. As {@code torch.std}.
   */
  @Aten("std")
  default Tensor std(boolean unbiased) {
    return Reduction.std((Tensor) this, unbiased);
  }

  /** The standard deviation over some dimensions, divided by n − 1. As {@code torch.std}. */
  @Aten("std.dim")
  default Tensor std(int... dim) {
    return Reduction.std((Tensor) this, longs(dim), true, false);
  }

  /** The standard deviation over some dimensions, divided by n − 1. As {@code torch.std}. */
  @Aten("std.dim")
  default Tensor std(KeepDims dim) {
    return Reduction.std((Tensor) this, longs(dim.dims()), true, true);
  }

  /**
   * The standard deviation over some dimensions, divided by n − correction. As {@code torch.std}.
   */
  @Aten("std.correction")
  default Tensor std(int[] dim, long correction, boolean keepdim) {
    return Reduction.std((Tensor) this, longs(dim), correction, keepdim);
  }

  /**
   * The standard deviation, divided by n − 1 if {@code unbiased}, else by n, and the mean. As
   * {@code torch.std_mean}.
   */
  @Aten("std_mean")
  default Moments stdMean(boolean unbiased) {
    return moments(Reduction.stdMean((Tensor) this, unbiased));
  }

  /**
   * The standard deviation over some dimensions, divided by n − 1, and the mean. As {@code
   * torch.std_mean}.
   */
  @Aten("std_mean.dim")
  default Moments stdMean(int... dim) {
    return moments(Reduction.stdMean((Tensor) this, longs(dim), true, false));
  }

  /**
   * The standard deviation over some dimensions, divided by n − 1, and the mean. As {@code
   * torch.std_mean}.
   */
  @Aten("std_mean.dim")
  default Moments stdMean(KeepDims dim) {
    return moments(Reduction.stdMean((Tensor) this, longs(dim.dims()), true, true));
  }

  /**
   * The variance, divided by n − 1 if {@code unbiased}, else by n, and the mean. As {@code
   * torch.var_mean}.
   */
  @Aten("var_mean")
  default Moments varMean(boolean unbiased) {
    return moments(Reduction.varMean((Tensor) this, unbiased));
  }

  /**
   * The variance over some dimensions, divided by n − 1, and the mean. As {@code torch.var_mean}.
   */
  @Aten("var_mean.dim")
  default Moments varMean(int... dim) {
    return moments(Reduction.varMean((Tensor) this, longs(dim), true, false));
  }

  /**
   * The variance over some dimensions, divided by n − 1, and the mean. As {@code torch.var_mean}.
   */
  @Aten("var_mean.dim")
  default Moments varMean(KeepDims dim) {
    return moments(Reduction.varMean((Tensor) this, longs(dim.dims()), true, true));
  }

  /** The largest element. As {@code torch.max}. */
  @Aten("max")
  default Tensor max() {
    return Reduction.max((Tensor) this);
  }

  /** The largest elements along a dimension, and where they stand. As {@code torch.max}. */
  @Aten("max.dim")
  default ValuesIndices max(int dim) {
    return pair(Reduction.max((Tensor) this, dim, false));
  }

  /** The largest elements along a dimension, and where they stand. As {@code torch.max}. */
  @Aten("max.dim")
  default ValuesIndices max(int dim, boolean keepdim) {
    return pair(Reduction.max((Tensor) this, dim, keepdim));
  }

  /** The larger of two. As {@code torch.max}. */
  @Aten("max.other")
  default Tensor max(Tensor other) {
    return Elementwise.max((Tensor) this, other);
  }

  /** The smallest element. As {@code torch.min}. */
  @Aten("min")
  default Tensor min() {
    return Reduction.min((Tensor) this);
  }

  /** The smallest elements along a dimension, and where they stand. As {@code torch.min}. */
  @Aten("min.dim")
  default ValuesIndices min(int dim) {
    return pair(Reduction.min((Tensor) this, dim, false));
  }

  /** The smallest elements along a dimension, and where they stand. As {@code torch.min}. */
  @Aten("min.dim")
  default ValuesIndices min(int dim, boolean keepdim) {
    return pair(Reduction.min((Tensor) this, dim, keepdim));
  }

  /** The smaller of two. As {@code torch.min}. */
  @Aten("min.other")
  default Tensor min(Tensor other) {
    return Elementwise.min((Tensor) this, other);
  }

  /** The largest elements over some dimensions. As {@code torch.amax}. */
  @Aten("amax")
  default Tensor amax(int... dim) {
    return Reduction.amax((Tensor) this, longs(dim), false);
  }

  /** The largest elements over some dimensions. As {@code torch.amax}. */
  @Aten("amax")
  default Tensor amax(KeepDims dim) {
    return Reduction.amax((Tensor) this, longs(dim.dims()), true);
  }

  /** The smallest elements over some dimensions. As {@code torch.amin}. */
  @Aten("amin")
  default Tensor amin(int... dim) {
    return Reduction.amin((Tensor) this, longs(dim), false);
  }

  /** The smallest elements over some dimensions. As {@code torch.amin}. */
  @Aten("amin")
  default Tensor amin(KeepDims dim) {
    return Reduction.amin((Tensor) this, longs(dim.dims()), true);
  }

  /** Where the largest element stands, counted row by row. As {@code torch.argmax}. */
  @Aten("argmax")
  default Tensor argmax() {
    return Reduction.argmax((Tensor) this, null, false);
  }

  /** Where the largest elements stand along a dimension. As {@code torch.argmax}. */
  @Aten("argmax")
  default Tensor argmax(int dim) {
    return Reduction.argmax((Tensor) this, (long) dim, false);
  }

  /** Where the largest elements stand along a dimension. As {@code torch.argmax}. */
  @Aten("argmax")
  default Tensor argmax(int dim, boolean keepdim) {
    return Reduction.argmax((Tensor) this, (long) dim, keepdim);
  }

  /** Where the smallest element stands, counted row by row. As {@code torch.argmin}. */
  @Aten("argmin")
  default Tensor argmin() {
    return Reduction.argmin((Tensor) this, null, false);
  }

  /** Where the smallest elements stand along a dimension. As {@code torch.argmin}. */
  @Aten("argmin")
  default Tensor argmin(int dim) {
    return Reduction.argmin((Tensor) this, (long) dim, false);
  }

  /** Where the smallest elements stand along a dimension. As {@code torch.argmin}. */
  @Aten("argmin")
  default Tensor argmin(int dim, boolean keepdim) {
    return Reduction.argmin((Tensor) this, (long) dim, keepdim);
  }

  /** Whether every element is true, that is not 0. As {@code torch.all}. */
  @Aten("all")
  default Tensor all() {
    return Reduction.all((Tensor) this);
  }

  /** Whether every element along a dimension is true. As {@code torch.all}. */
  @Aten("all.dim")
  default Tensor all(int dim) {
    return Reduction.all((Tensor) this, dim, false);
  }

  /** Whether every element along a dimension is true. As {@code torch.all}. */
  @Aten("all.dim")
  default Tensor all(int dim, boolean keepdim) {
    return Reduction.all((Tensor) this, dim, keepdim);
  }

  /** Whether some element is true, that is not 0. As {@code torch.any}. */
  @Aten("any")
  default Tensor any() {
    return Reduction.any((Tensor) this);
  }

  /** Whether some element along a dimension is true. As {@code torch.any}. */
  @Aten("any.dim")
  default Tensor any(int dim) {
    return Reduction.any((Tensor) this, dim, false);
  }

  /** Whether some element along a dimension is true. As {@code torch.any}. */
  @Aten("any.dim")
  default Tensor any(int dim, boolean keepdim) {
    return Reduction.any((Tensor) this, dim, keepdim);
  }

  /** The lower median. As {@code torch.median}. */
  @Aten("median")
  default Tensor median() {
    return Reduction.median((Tensor) this);
  }

  /** The lower medians along a dimension, and where they stand. As {@code torch.median}. */
  @Aten("median.dim")
  default ValuesIndices median(int dim) {
    return pair(Reduction.median((Tensor) this, dim, false));
  }

  /** The lower medians along a dimension, and where they stand. As {@code torch.median}. */
  @Aten("median.dim")
  default ValuesIndices median(int dim, boolean keepdim) {
    return pair(Reduction.median((Tensor) this, dim, keepdim));
  }

  /** The lower median of what is not NaN. As {@code torch.nanmedian}. */
  @Aten("nanmedian")
  default Tensor nanmedian() {
    return Reduction.nanmedian((Tensor) this);
  }

  /**
   * The lower medians along a dimension of what is not NaN, and where they stand. As {@code
   * torch.nanmedian}.
   */
  @Aten("nanmedian.dim")
  default ValuesIndices nanmedian(int dim, boolean keepdim) {
    return pair(Reduction.nanmedian((Tensor) this, dim, keepdim));
  }

  /**
   * The k-th smallest elements along a dimension, and where they stand. As {@code torch.kthvalue}.
   */
  @Aten("kthvalue")
  default ValuesIndices kthvalue(long k, int dim, boolean keepdim) {
    return pair(Sort.kthvalue((Tensor) this, k, dim, keepdim));
  }

  /** {@code log(Σ eˣ)} over some dimensions, computed at once. As {@code torch.logsumexp}. */
  @Aten("logsumexp")
  default Tensor logsumexp(int... dim) {
    return Reduction.logsumexp((Tensor) this, longs(dim), false);
  }

  /** {@code log(Σ eˣ)} over some dimensions, computed at once. As {@code torch.logsumexp}. */
  @Aten("logsumexp")
  default Tensor logsumexp(KeepDims dim) {
    return Reduction.logsumexp((Tensor) this, longs(dim.dims()), true);
  }

  /** The p-norm. As {@code torch.norm}. */
  @Aten("norm.Scalar")
  default Tensor norm(long p) {
    return Reduction.norm((Tensor) this, p);
  }

  /** The p-norm. As {@code torch.norm}. */
  @Aten("norm.Scalar")
  default Tensor norm(double p) {
    return Reduction.norm((Tensor) this, p);
  }

  /** The 2-norm. As {@code torch.norm}. */
  @Aten("norm.Scalar")
  default Tensor norm() {
    return Reduction.norm((Tensor) this, 2L);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  default Tensor norm(long p, int... dim) {
    return Reduction.norm((Tensor) this, p, longs(dim), false);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  default Tensor norm(double p, int... dim) {
    return Reduction.norm((Tensor) this, p, longs(dim), false);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  default Tensor norm(long p, KeepDims dim) {
    return Reduction.norm((Tensor) this, p, longs(dim.dims()), true);
  }

  /** The p-norm over some dimensions. As {@code torch.norm}. */
  @Aten("norm.ScalarOpt_dim")
  default Tensor norm(double p, KeepDims dim) {
    return Reduction.norm((Tensor) this, p, longs(dim.dims()), true);
  }

  /** The p-norm of the difference. As {@code torch.dist}. */
  @Aten("dist")
  default Tensor dist(Tensor other, long p) {
    return Reduction.dist((Tensor) this, other, p);
  }

  /** The p-norm of the difference. As {@code torch.dist}. */
  @Aten("dist")
  default Tensor dist(Tensor other, double p) {
    return Reduction.dist((Tensor) this, other, p);
  }

  /** How many elements are not 0, over some dimensions. As {@code torch.count_nonzero}. */
  @Aten("count_nonzero.dim_IntList")
  default Tensor countNonzero(int... dim) {
    return Reduction.countNonzero((Tensor) this, longs(dim));
  }

  /** How many elements are not 0. As {@code torch.count_nonzero}. */
  @Aten("count_nonzero")
  default Tensor countNonzero() {
    return Reduction.countNonzero((Tensor) this, (Long) null);
  }

  /** Sums up to each place of a dimension. As {@code torch.cumsum}. */
  @Aten("cumsum")
  default Tensor cumsum(int dim) {
    return Scan.cumsum((Tensor) this, dim, null);
  }

  /** Sums up to each place of a dimension; in place. As {@code torch.Tensor.cumsum_}. */
  @Aten("cumsum_")
  default Tensor cumsum_(int dim) {
    return Scan.cumsum_((Tensor) this, dim, null);
  }

  /** Sums up to each place of a dimension, computed in {@code dtype}. As {@code torch.cumsum}. */
  @Aten("cumsum")
  default Tensor cumsum(int dim, DType dtype) {
    return Scan.cumsum((Tensor) this, dim, dtype);
  }

  /** Products up to each place of a dimension. As {@code torch.cumprod}. */
  @Aten("cumprod")
  default Tensor cumprod(int dim) {
    return Scan.cumprod((Tensor) this, dim, null);
  }

  /** Products up to each place of a dimension; in place. As {@code torch.Tensor.cumprod_}. */
  @Aten("cumprod_")
  default Tensor cumprod_(int dim) {
    return Scan.cumprod_((Tensor) this, dim, null);
  }

  /**
   * Products up to each place of a dimension, computed in {@code dtype}. As {@code torch.cumprod}.
   */
  @Aten("cumprod")
  default Tensor cumprod(int dim, DType dtype) {
    return Scan.cumprod((Tensor) this, dim, dtype);
  }

  /** The largest up to each place of a dimension, and where they stand. As {@code torch.cummax}. */
  @Aten("cummax")
  default ValuesIndices cummax(int dim) {
    return pair(Scan.cummax((Tensor) this, dim));
  }

  /**
   * The smallest up to each place of a dimension, and where they stand. As {@code torch.cummin}.
   */
  @Aten("cummin")
  default ValuesIndices cummin(int dim) {
    return pair(Scan.cummin((Tensor) this, dim));
  }

  /** {@code log(Σ eˣ)} up to each place of a dimension. As {@code torch.logcumsumexp}. */
  @Aten("logcumsumexp")
  default Tensor logcumsumexp(int dim) {
    return Scan.logcumsumexp((Tensor) this, dim);
  }

  /** How often each whole number from 0 on occurs. As {@code torch.bincount}. */
  @Aten("bincount")
  default Tensor bincount() {
    return Sort.bincount((Tensor) this, null, 0);
  }
}
