package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Scan;

/** A tensor's running results along a dimension: sums, products, extremes so far. */
public interface ScanMethods {

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
}
