package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;

/** Comparisons and truths, element by element; they give BOOL. */
public abstract class ComparisonFunctions extends ScienceFunctions {

  /** Holds functions alone. */
  protected ComparisonFunctions() {}

  /** Whether equal. As {@code torch.eq}. */
  @Aten("eq.Tensor")
  public static Tensor eq(Tensor self, Tensor other) {
    return Elementwise.eq(self, other);
  }

  /** Whether equal to a number. As {@code torch.eq}. */
  @Aten("eq.Scalar")
  public static Tensor eq(Tensor self, long other) {
    return Elementwise.eq(self, other);
  }

  /** Whether equal to a number. As {@code torch.eq}. */
  @Aten("eq.Scalar")
  public static Tensor eq(Tensor self, double other) {
    return Elementwise.eq(self, other);
  }

  /** Whether different. As {@code torch.ne}. */
  @Aten("ne.Tensor")
  public static Tensor ne(Tensor self, Tensor other) {
    return Elementwise.ne(self, other);
  }

  /** Whether different from a number. As {@code torch.ne}. */
  @Aten("ne.Scalar")
  public static Tensor ne(Tensor self, long other) {
    return Elementwise.ne(self, other);
  }

  /** Whether different from a number. As {@code torch.ne}. */
  @Aten("ne.Scalar")
  public static Tensor ne(Tensor self, double other) {
    return Elementwise.ne(self, other);
  }

  /** Whether less. As {@code torch.lt}. */
  @Aten("lt.Tensor")
  public static Tensor lt(Tensor self, Tensor other) {
    return Elementwise.lt(self, other);
  }

  /** Whether less than a number. As {@code torch.lt}. */
  @Aten("lt.Scalar")
  public static Tensor lt(Tensor self, long other) {
    return Elementwise.lt(self, other);
  }

  /** Whether less than a number. As {@code torch.lt}. */
  @Aten("lt.Scalar")
  public static Tensor lt(Tensor self, double other) {
    return Elementwise.lt(self, other);
  }

  /** Whether less or equal. As {@code torch.le}. */
  @Aten("le.Tensor")
  public static Tensor le(Tensor self, Tensor other) {
    return Elementwise.le(self, other);
  }

  /** Whether at most a number. As {@code torch.le}. */
  @Aten("le.Scalar")
  public static Tensor le(Tensor self, long other) {
    return Elementwise.le(self, other);
  }

  /** Whether at most a number. As {@code torch.le}. */
  @Aten("le.Scalar")
  public static Tensor le(Tensor self, double other) {
    return Elementwise.le(self, other);
  }

  /** Whether greater. As {@code torch.gt}. */
  @Aten("gt.Tensor")
  public static Tensor gt(Tensor self, Tensor other) {
    return Elementwise.gt(self, other);
  }

  /** Whether greater than a number. As {@code torch.gt}. */
  @Aten("gt.Scalar")
  public static Tensor gt(Tensor self, long other) {
    return Elementwise.gt(self, other);
  }

  /** Whether greater than a number. As {@code torch.gt}. */
  @Aten("gt.Scalar")
  public static Tensor gt(Tensor self, double other) {
    return Elementwise.gt(self, other);
  }

  /** Whether greater or equal. As {@code torch.ge}. */
  @Aten("ge.Tensor")
  public static Tensor ge(Tensor self, Tensor other) {
    return Elementwise.ge(self, other);
  }

  /** Whether at least a number. As {@code torch.ge}. */
  @Aten("ge.Scalar")
  public static Tensor ge(Tensor self, long other) {
    return Elementwise.ge(self, other);
  }

  /** Whether at least a number. As {@code torch.ge}. */
  @Aten("ge.Scalar")
  public static Tensor ge(Tensor self, double other) {
    return Elementwise.ge(self, other);
  }

  /** Whether both are true, that is not 0. As {@code torch.logical_and}. */
  @Aten("logical_and")
  public static Tensor logicalAnd(Tensor self, Tensor other) {
    return Elementwise.logicalAnd(self, other);
  }

  /** Whether either is true, that is not 0. As {@code torch.logical_or}. */
  @Aten("logical_or")
  public static Tensor logicalOr(Tensor self, Tensor other) {
    return Elementwise.logicalOr(self, other);
  }

  /** Whether one of two is true, that is not 0. As {@code torch.logical_xor}. */
  @Aten("logical_xor")
  public static Tensor logicalXor(Tensor self, Tensor other) {
    return Elementwise.logicalXor(self, other);
  }

  /** Whether 0. As {@code torch.logical_not}. */
  @Aten("logical_not")
  public static Tensor logicalNot(Tensor self) {
    return Elementwise.logicalNot(self);
  }

  /** Whether NaN. As {@code torch.isnan}. */
  @Aten("isnan")
  public static Tensor isnan(Tensor self) {
    return Elementwise.isnan(self);
  }

  /** Whether infinite. As {@code torch.isinf}. */
  @Aten("isinf")
  public static Tensor isinf(Tensor self) {
    return Elementwise.isinf(self);
  }

  /** Whether neither NaN nor infinite. As {@code torch.isfinite}. */
  @Aten("isfinite")
  public static Tensor isfinite(Tensor self) {
    return Elementwise.isfinite(self);
  }

  /** Whether above all numbers. As {@code torch.isposinf}. */
  @Aten("isposinf")
  public static Tensor isposinf(Tensor self) {
    return Elementwise.isposinf(self);
  }

  /** Whether below all numbers. As {@code torch.isneginf}. */
  @Aten("isneginf")
  public static Tensor isneginf(Tensor self) {
    return Elementwise.isneginf(self);
  }

  /**
   * Whether within a relative error of 1e-5 and an absolute one of 1e-8. As {@code torch.isclose}.
   */
  @Aten("isclose")
  public static Tensor isclose(Tensor self, Tensor other) {
    return Elementwise.isclose(self, other, 1e-5, 1e-8, false);
  }

  /** Whether within {@code atol + rtol · |other|}. As {@code torch.isclose}. */
  @Aten("isclose")
  public static Tensor isclose(
      Tensor self, Tensor other, double rtol, double atol, boolean equalNan) {
    return Elementwise.isclose(self, other, rtol, atol, equalNan);
  }

  /**
   * Whether all elements are within a relative error of 1e-5 and an absolute one of 1e-8. As {@code
   * torch.allclose}.
   */
  @Aten("allclose")
  public static boolean allClose(Tensor self, Tensor other) {
    return Elementwise.allclose(self, other, 1e-5, 1e-8, false);
  }

  /** Whether all elements are within {@code atol + rtol · |other|}. As {@code torch.allclose}. */
  @Aten("allclose")
  public static boolean allClose(
      Tensor self, Tensor other, double rtol, double atol, boolean equalNan) {
    return Elementwise.allclose(self, other, rtol, atol, equalNan);
  }
}
