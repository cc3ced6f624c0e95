package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.longs;
import static dev.cresset.tensor.Arguments.moments;

import dev.cresset.KeepDims;
import dev.cresset.Moments;
import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Reduction;
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

  /** How often each whole number from 0 on occurs. As {@code torch.bincount}. */
  @Aten("bincount")
  default Tensor bincount() {
    return Sort.bincount((Tensor) this, null, 0);
  }
}
