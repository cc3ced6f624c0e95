package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;

/** Exponentials, logarithms, roots and angles of tensors, element by element. */
public abstract class ScienceFunctions extends BitFunctions {

  /** Holds functions alone. */
  protected ScienceFunctions() {}

  /** {@code eˣ}. As {@code torch.exp}. */
  @Aten("exp")
  public static Tensor exp(Tensor self) {
    return Elementwise.exp(self);
  }

  /** {@code 2ˣ}. As {@code torch.exp2}. */
  @Aten("exp2")
  public static Tensor exp2(Tensor self) {
    return Elementwise.exp2(self);
  }

  /** {@code eˣ − 1}, exact near 0. As {@code torch.expm1}. */
  @Aten("expm1")
  public static Tensor expm1(Tensor self) {
    return Elementwise.expm1(self);
  }

  /** The natural logarithm. As {@code torch.log}. */
  @Aten("log")
  public static Tensor log(Tensor self) {
    return Elementwise.log(self);
  }

  /** The logarithm to base 2. As {@code torch.log2}. */
  @Aten("log2")
  public static Tensor log2(Tensor self) {
    return Elementwise.log2(self);
  }

  /** The logarithm to base 10. As {@code torch.log10}. */
  @Aten("log10")
  public static Tensor log10(Tensor self) {
    return Elementwise.log10(self);
  }

  /** {@code log(1 + x)}, exact near 0. As {@code torch.log1p}. */
  @Aten("log1p")
  public static Tensor log1p(Tensor self) {
    return Elementwise.log1p(self);
  }

  /** The square root. As {@code torch.sqrt}. */
  @Aten("sqrt")
  public static Tensor sqrt(Tensor self) {
    return Elementwise.sqrt(self);
  }

  /** {@code 1 / √x}. As {@code torch.rsqrt}. */
  @Aten("rsqrt")
  public static Tensor rsqrt(Tensor self) {
    return Elementwise.rsqrt(self);
  }

  /** The sine. As {@code torch.sin}. */
  @Aten("sin")
  public static Tensor sin(Tensor self) {
    return Elementwise.sin(self);
  }

  /** The cosine. As {@code torch.cos}. */
  @Aten("cos")
  public static Tensor cos(Tensor self) {
    return Elementwise.cos(self);
  }

  /** The tangent. As {@code torch.tan}. */
  @Aten("tan")
  public static Tensor tan(Tensor self) {
    return Elementwise.tan(self);
  }

  /** The angle of this sine. As {@code torch.asin}. */
  @Aten("asin")
  public static Tensor asin(Tensor self) {
    return Elementwise.asin(self);
  }

  /** The angle of this cosine. As {@code torch.acos}. */
  @Aten("acos")
  public static Tensor acos(Tensor self) {
    return Elementwise.acos(self);
  }

  /** The angle of this tangent. As {@code torch.atan}. */
  @Aten("atan")
  public static Tensor atan(Tensor self) {
    return Elementwise.atan(self);
  }

  /** The angle of the point ({@code other}, this). As {@code torch.atan2}. */
  @Aten("atan2")
  public static Tensor atan2(Tensor self, Tensor other) {
    return Elementwise.atan2(self, other);
  }

  /** The hyperbolic sine. As {@code torch.sinh}. */
  @Aten("sinh")
  public static Tensor sinh(Tensor self) {
    return Elementwise.sinh(self);
  }

  /** The hyperbolic cosine. As {@code torch.cosh}. */
  @Aten("cosh")
  public static Tensor cosh(Tensor self) {
    return Elementwise.cosh(self);
  }

  /** The hyperbolic tangent. As {@code torch.tanh}. */
  @Aten("tanh")
  public static Tensor tanh(Tensor self) {
    return Elementwise.tanh(self);
  }

  /** The inverse of {@code sinh}. As {@code torch.asinh}. */
  @Aten("asinh")
  public static Tensor asinh(Tensor self) {
    return Elementwise.asinh(self);
  }

  /** The inverse of {@code cosh}. As {@code torch.acosh}. */
  @Aten("acosh")
  public static Tensor acosh(Tensor self) {
    return Elementwise.acosh(self);
  }

  /** The inverse of {@code tanh}. As {@code torch.atanh}. */
  @Aten("atanh")
  public static Tensor atanh(Tensor self) {
    return Elementwise.atanh(self);
  }

  /** The error function. As {@code torch.erf}. */
  @Aten("erf")
  public static Tensor erf(Tensor self) {
    return Elementwise.erf(self);
  }

  /** {@code 1 − erf(x)}, exact for large x. As {@code torch.erfc}. */
  @Aten("erfc")
  public static Tensor erfc(Tensor self) {
    return Elementwise.erfc(self);
  }

  /** {@code 1 / (1 + e⁻ˣ)}. As {@code torch.sigmoid}. */
  @Aten("sigmoid")
  public static Tensor sigmoid(Tensor self) {
    return Elementwise.sigmoid(self);
  }

  /** The inverse of {@code sigmoid}. As {@code torch.logit}. */
  @Aten("logit")
  public static Tensor logit(Tensor self) {
    return Elementwise.logit(self, null);
  }

  /**
   * The inverse of {@code sigmoid}, of x kept within {@code eps} and {@code 1 − eps}. As {@code
   * torch.logit}.
   */
  @Aten("logit")
  public static Tensor logit(Tensor self, double eps) {
    return Elementwise.logit(self, eps);
  }

  /** {@code √(x² + y²)}. As {@code torch.hypot}. */
  @Aten("hypot")
  public static Tensor hypot(Tensor self, Tensor other) {
    return Elementwise.hypot(self, other);
  }

  /** {@code x · log(y)}, 0 where x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Tensor")
  public static Tensor xlogy(Tensor self, Tensor other) {
    return Elementwise.xlogy(self, other);
  }

  /** {@code x · log(y)}, 0 if x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Scalar_Self")
  public static Tensor xlogy(long self, Tensor other) {
    return Elementwise.xlogy(self, other);
  }

  /** {@code x · log(y)}, 0 if x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Scalar_Self")
  public static Tensor xlogy(double self, Tensor other) {
    return Elementwise.xlogy(self, other);
  }

  /** {@code x · log(y)}, 0 where x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Scalar_Other")
  public static Tensor xlogy(Tensor self, long other) {
    return Elementwise.xlogy(self, other);
  }

  /** {@code x · log(y)}, 0 where x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Scalar_Other")
  public static Tensor xlogy(Tensor self, double other) {
    return Elementwise.xlogy(self, other);
  }
}
