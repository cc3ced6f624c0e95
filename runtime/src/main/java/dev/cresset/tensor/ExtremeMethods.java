package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.longs;
import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.KeepDims;
import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Sort;

/** A tensor's extremes and ranks: the largest, the least, the middle, and where they stand. */
public interface ExtremeMethods {

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
}
