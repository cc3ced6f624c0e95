package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;

/** A tensor's comparisons and truths, element by element; they give BOOL. */
public interface ComparisonMethods {

  /** Whether equal. As {@code torch.eq}. */
  @Aten("eq.Tensor")
  default Tensor eq(Tensor other) {
    return Elementwise.eq((Tensor) this, other);
  }

  /** Whether equal; in place. As {@code torch.Tensor.eq_}. */
  @Aten("eq_.Tensor")
  default Tensor eq_(Tensor other) {
    return Elementwise.eq_((Tensor) this, other);
  }

  /** Whether equal to a number. As {@code torch.eq}. */
  @Aten("eq.Scalar")
  default Tensor eq(long other) {
    return Elementwise.eq((Tensor) this, other);
  }

  /** Whether equal to a number. As {@code torch.eq}. */
  @Aten("eq.Scalar")
  default Tensor eq(double other) {
    return Elementwise.eq((Tensor) this, other);
  }

  /** Whether equal to a number; in place. As {@code torch.Tensor.eq_}. */
  @Aten("eq_.Scalar")
  default Tensor eq_(long other) {
    return Elementwise.eq_((Tensor) this, other);
  }

  /** Whether equal to a number; in place. As {@code torch.Tensor.eq_}. */
  @Aten("eq_.Scalar")
  default Tensor eq_(double other) {
    return Elementwise.eq_((Tensor) this, other);
  }

  /** Whether different. As {@code torch.ne}. */
  @Aten("ne.Tensor")
  default Tensor ne(Tensor other) {
    return Elementwise.ne((Tensor) this, other);
  }

  /** Whether different; in place. As {@code torch.Tensor.ne_}. */
  @Aten("ne_.Tensor")
  default Tensor ne_(Tensor other) {
    return Elementwise.ne_((Tensor) this, other);
  }

  /** Whether different from a number. As {@code torch.ne}. */
  @Aten("ne.Scalar")
  default Tensor ne(long other) {
    return Elementwise.ne((Tensor) this, other);
  }

  /** Whether different from a number. As {@code torch.ne}. */
  @Aten("ne.Scalar")
  default Tensor ne(double other) {
    return Elementwise.ne((Tensor) this, other);
  }

  /** Whether different from a number; in place. As {@code torch.Tensor.ne_}. */
  @Aten("ne_.Scalar")
  default Tensor ne_(long other) {
    return Elementwise.ne_((Tensor) this, other);
  }

  /** Whether different from a number; in place. As {@code torch.Tensor.ne_}. */
  @Aten("ne_.Scalar")
  default Tensor ne_(double other) {
    return Elementwise.ne_((Tensor) this, other);
  }

  /** Whether less. As {@code torch.lt}. */
  @Aten("lt.Tensor")
  default Tensor lt(Tensor other) {
    return Elementwise.lt((Tensor) this, other);
  }

  /** Whether less; in place. As {@code torch.Tensor.lt_}. */
  @Aten("lt_.Tensor")
  default Tensor lt_(Tensor other) {
    return Elementwise.lt_((Tensor) this, other);
  }

  /** Whether less than a number. As {@code torch.lt}. */
  @Aten("lt.Scalar")
  default Tensor lt(long other) {
    return Elementwise.lt((Tensor) this, other);
  }

  /** Whether less than a number. As {@code torch.lt}. */
  @Aten("lt.Scalar")
  default Tensor lt(double other) {
    return Elementwise.lt((Tensor) this, other);
  }

  /** Whether less than a number; in place. As {@code torch.Tensor.lt_}. */
  @Aten("lt_.Scalar")
  default Tensor lt_(long other) {
    return Elementwise.lt_((Tensor) this, other);
  }

  /** Whether less than a number; in place. As {@code torch.Tensor.lt_}. */
  @Aten("lt_.Scalar")
  default Tensor lt_(double other) {
    return Elementwise.lt_((Tensor) this, other);
  }

  /** Whether less or equal. As {@code torch.le}. */
  @Aten("le.Tensor")
  default Tensor le(Tensor other) {
    return Elementwise.le((Tensor) this, other);
  }

  /** Whether less or equal; in place. As {@code torch.Tensor.le_}. */
  @Aten("le_.Tensor")
  default Tensor le_(Tensor other) {
    return Elementwise.le_((Tensor) this, other);
  }

  /** Whether at most a number. As {@code torch.le}. */
  @Aten("le.Scalar")
  default Tensor le(long other) {
    return Elementwise.le((Tensor) this, other);
  }

  /** Whether at most a number. As {@code torch.le}. */
  @Aten("le.Scalar")
  default Tensor le(double other) {
    return Elementwise.le((Tensor) this, other);
  }

  /** Whether at most a number; in place. As {@code torch.Tensor.le_}. */
  @Aten("le_.Scalar")
  default Tensor le_(long other) {
    return Elementwise.le_((Tensor) this, other);
  }

  /** Whether at most a number; in place. As {@code torch.Tensor.le_}. */
  @Aten("le_.Scalar")
  default Tensor le_(double other) {
    return Elementwise.le_((Tensor) this, other);
  }

  /** Whether greater. As {@code torch.gt}. */
  @Aten("gt.Tensor")
  default Tensor gt(Tensor other) {
    return Elementwise.gt((Tensor) this, other);
  }

  /** Whether greater; in place. As {@code torch.Tensor.gt_}. */
  @Aten("gt_.Tensor")
  default Tensor gt_(Tensor other) {
    return Elementwise.gt_((Tensor) this, other);
  }

  /** Whether greater than a number. As {@code torch.gt}. */
  @Aten("gt.Scalar")
  default Tensor gt(long other) {
    return Elementwise.gt((Tensor) this, other);
  }

  /** Whether greater than a number. As {@code torch.gt}. */
  @Aten("gt.Scalar")
  default Tensor gt(double other) {
    return Elementwise.gt((Tensor) this, other);
  }

  /** Whether greater than a number; in place. As {@code torch.Tensor.gt_}. */
  @Aten("gt_.Scalar")
  default Tensor gt_(long other) {
    return Elementwise.gt_((Tensor) this, other);
  }

  /** Whether greater than a number; in place. As {@code torch.Tensor.gt_}. */
  @Aten("gt_.Scalar")
  default Tensor gt_(double other) {
    return Elementwise.gt_((Tensor) this, other);
  }

  /** Whether greater or equal. As {@code torch.ge}. */
  @Aten("ge.Tensor")
  default Tensor ge(Tensor other) {
    return Elementwise.ge((Tensor) this, other);
  }

  /** Whether greater or equal; in place. As {@code torch.Tensor.ge_}. */
  @Aten("ge_.Tensor")
  default Tensor ge_(Tensor other) {
    return Elementwise.ge_((Tensor) this, other);
  }

  /** Whether at least a number. As {@code torch.ge}. */
  @Aten("ge.Scalar")
  default Tensor ge(long other) {
    return Elementwise.ge((Tensor) this, other);
  }

  /** Whether at least a number. As {@code torch.ge}. */
  @Aten("ge.Scalar")
  default Tensor ge(double other) {
    return Elementwise.ge((Tensor) this, other);
  }

  /** Whether at least a number; in place. As {@code torch.Tensor.ge_}. */
  @Aten("ge_.Scalar")
  default Tensor ge_(long other) {
    return Elementwise.ge_((Tensor) this, other);
  }

  /** Whether at least a number; in place. As {@code torch.Tensor.ge_}. */
  @Aten("ge_.Scalar")
  default Tensor ge_(double other) {
    return Elementwise.ge_((Tensor) this, other);
  }

  /** Whether both are true, that is not 0. As {@code torch.logical_and}. */
  @Aten("logical_and")
  default Tensor logicalAnd(Tensor other) {
    return Elementwise.logicalAnd((Tensor) this, other);
  }

  /** Whether either is true, that is not 0. As {@code torch.logical_or}. */
  @Aten("logical_or")
  default Tensor logicalOr(Tensor other) {
    return Elementwise.logicalOr((Tensor) this, other);
  }

  /** Whether one of two is true, that is not 0. As {@code torch.logical_xor}. */
  @Aten("logical_xor")
  default Tensor logicalXor(Tensor other) {
    return Elementwise.logicalXor((Tensor) this, other);
  }

  /** Whether 0. As {@code torch.logical_not}. */
  @Aten("logical_not")
  default Tensor logicalNot() {
    return Elementwise.logicalNot((Tensor) this);
  }

  /** Whether NaN. As {@code torch.isnan}. */
  @Aten("isnan")
  default Tensor isnan() {
    return Elementwise.isnan((Tensor) this);
  }

  /** Whether infinite. As {@code torch.isinf}. */
  @Aten("isinf")
  default Tensor isinf() {
    return Elementwise.isinf((Tensor) this);
  }

  /** Whether neither NaN nor infinite. As {@code torch.isfinite}. */
  @Aten("isfinite")
  default Tensor isfinite() {
    return Elementwise.isfinite((Tensor) this);
  }

  /** Whether above all numbers. As {@code torch.isposinf}. */
  @Aten("isposinf")
  default Tensor isposinf() {
    return Elementwise.isposinf((Tensor) this);
  }

  /** Whether below all numbers. As {@code torch.isneginf}. */
  @Aten("isneginf")
  default Tensor isneginf() {
    return Elementwise.isneginf((Tensor) this);
  }

  /**
   * Whether within a relative error of 1e-5 and an absolute one of 1e-8. As {@code torch.isclose}.
   */
  @Aten("isclose")
  default Tensor isclose(Tensor other) {
    return Elementwise.isclose((Tensor) this, other, 1e-5, 1e-8, false);
  }

  /** Whether within {@code atol + rtol · |other|}. As {@code torch.isclose}. */
  @Aten("isclose")
  default Tensor isclose(Tensor other, double rtol, double atol, boolean equalNan) {
    return Elementwise.isclose((Tensor) this, other, rtol, atol, equalNan);
  }

  /**
   * Whether all elements are within a relative error of 1e-5 and an absolute one of 1e-8. As {@code
   * torch.allclose}.
   */
  @Aten("allclose")
  default boolean allClose(Tensor other) {
    return Elementwise.allclose((Tensor) this, other, 1e-5, 1e-8, false);
  }

  /** Whether all elements are within {@code atol + rtol · |other|}. As {@code torch.allclose}. */
  @Aten("allclose")
  default boolean allClose(Tensor other, double rtol, double atol, boolean equalNan) {
    return Elementwise.allclose((Tensor) this, other, rtol, atol, equalNan);
  }
}
