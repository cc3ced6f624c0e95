package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;

/** A tensor's exponentials, logarithms, roots and angles, element by element. */
public interface ScienceMethods {

  /** {@code eˣ}. As {@code torch.exp}. */
  @Aten("exp")
  default Tensor exp() {
    return Elementwise.exp((Tensor) this);
  }

  /** {@code eˣ}; in place. As {@code torch.Tensor.exp_}. */
  @Aten("exp_")
  default Tensor exp_() {
    return Elementwise.exp_((Tensor) this);
  }

  /** {@code 2ˣ}. As {@code torch.exp2}. */
  @Aten("exp2")
  default Tensor exp2() {
    return Elementwise.exp2((Tensor) this);
  }

  /** {@code 2ˣ}; in place. As {@code torch.Tensor.exp2_}. */
  @Aten("exp2_")
  default Tensor exp2_() {
    return Elementwise.exp2_((Tensor) this);
  }

  /** {@code eˣ − 1}, exact near 0. As {@code torch.expm1}. */
  @Aten("expm1")
  default Tensor expm1() {
    return Elementwise.expm1((Tensor) this);
  }

  /** {@code eˣ − 1}, exact near 0; in place. As {@code torch.Tensor.expm1_}. */
  @Aten("expm1_")
  default Tensor expm1_() {
    return Elementwise.expm1_((Tensor) this);
  }

  /** The natural logarithm. As {@code torch.log}. */
  @Aten("log")
  default Tensor log() {
    return Elementwise.log((Tensor) this);
  }

  /** The natural logarithm; in place. As {@code torch.Tensor.log_}. */
  @Aten("log_")
  default Tensor log_() {
    return Elementwise.log_((Tensor) this);
  }

  /** The logarithm to base 2. As {@code torch.log2}. */
  @Aten("log2")
  default Tensor log2() {
    return Elementwise.log2((Tensor) this);
  }

  /** The logarithm to base 2; in place. As {@code torch.Tensor.log2_}. */
  @Aten("log2_")
  default Tensor log2_() {
    return Elementwise.log2_((Tensor) this);
  }

  /** The logarithm to base 10. As {@code torch.log10}. */
  @Aten("log10")
  default Tensor log10() {
    return Elementwise.log10((Tensor) this);
  }

  /** The logarithm to base 10; in place. As {@code torch.Tensor.log10_}. */
  @Aten("log10_")
  default Tensor log10_() {
    return Elementwise.log10_((Tensor) this);
  }

  /** {@code log(1 + x)}, exact near 0. As {@code torch.log1p}. */
  @Aten("log1p")
  default Tensor log1p() {
    return Elementwise.log1p((Tensor) this);
  }

  /** {@code log(1 + x)}, exact near 0; in place. As {@code torch.Tensor.log1p_}. */
  @Aten("log1p_")
  default Tensor log1p_() {
    return Elementwise.log1p_((Tensor) this);
  }

  /** The square root. As {@code torch.sqrt}. */
  @Aten("sqrt")
  default Tensor sqrt() {
    return Elementwise.sqrt((Tensor) this);
  }

  /** The square root; in place. As {@code torch.Tensor.sqrt_}. */
  @Aten("sqrt_")
  default Tensor sqrt_() {
    return Elementwise.sqrt_((Tensor) this);
  }

  /** {@code 1 / √x}. As {@code torch.rsqrt}. */
  @Aten("rsqrt")
  default Tensor rsqrt() {
    return Elementwise.rsqrt((Tensor) this);
  }

  /** {@code 1 / √x}; in place. As {@code torch.Tensor.rsqrt_}. */
  @Aten("rsqrt_")
  default Tensor rsqrt_() {
    return Elementwise.rsqrt_((Tensor) this);
  }

  /** The sine. As {@code torch.sin}. */
  @Aten("sin")
  default Tensor sin() {
    return Elementwise.sin((Tensor) this);
  }

  /** The sine; in place. As {@code torch.Tensor.sin_}. */
  @Aten("sin_")
  default Tensor sin_() {
    return Elementwise.sin_((Tensor) this);
  }

  /** The cosine. As {@code torch.cos}. */
  @Aten("cos")
  default Tensor cos() {
    return Elementwise.cos((Tensor) this);
  }

  /** The cosine; in place. As {@code torch.Tensor.cos_}. */
  @Aten("cos_")
  default Tensor cos_() {
    return Elementwise.cos_((Tensor) this);
  }

  /** The tangent. As {@code torch.tan}. */
  @Aten("tan")
  default Tensor tan() {
    return Elementwise.tan((Tensor) this);
  }

  /** The tangent; in place. As {@code torch.Tensor.tan_}. */
  @Aten("tan_")
  default Tensor tan_() {
    return Elementwise.tan_((Tensor) this);
  }

  /** The angle of this sine. As {@code torch.asin}. */
  @Aten("asin")
  default Tensor asin() {
    return Elementwise.asin((Tensor) this);
  }

  /** The angle of this sine; in place. As {@code torch.Tensor.asin_}. */
  @Aten("asin_")
  default Tensor asin_() {
    return Elementwise.asin_((Tensor) this);
  }

  /** The angle of this cosine. As {@code torch.acos}. */
  @Aten("acos")
  default Tensor acos() {
    return Elementwise.acos((Tensor) this);
  }

  /** The angle of this cosine; in place. As {@code torch.Tensor.acos_}. */
  @Aten("acos_")
  default Tensor acos_() {
    return Elementwise.acos_((Tensor) this);
  }

  /** The angle of this tangent. As {@code torch.atan}. */
  @Aten("atan")
  default Tensor atan() {
    return Elementwise.atan((Tensor) this);
  }

  /** The angle of this tangent; in place. As {@code torch.Tensor.atan_}. */
  @Aten("atan_")
  default Tensor atan_() {
    return Elementwise.atan_((Tensor) this);
  }

  /** The angle of the point ({@code other}, this). As {@code torch.atan2}. */
  @Aten("atan2")
  default Tensor atan2(Tensor other) {
    return Elementwise.atan2((Tensor) this, other);
  }

  /** The angle of the point ({@code other}, this); in place. As {@code torch.Tensor.atan2_}. */
  @Aten("atan2_")
  default Tensor atan2_(Tensor other) {
    return Elementwise.atan2_((Tensor) this, other);
  }

  /** The hyperbolic sine. As {@code torch.sinh}. */
  @Aten("sinh")
  default Tensor sinh() {
    return Elementwise.sinh((Tensor) this);
  }

  /** The hyperbolic sine; in place. As {@code torch.Tensor.sinh_}. */
  @Aten("sinh_")
  default Tensor sinh_() {
    return Elementwise.sinh_((Tensor) this);
  }

  /** The hyperbolic cosine. As {@code torch.cosh}. */
  @Aten("cosh")
  default Tensor cosh() {
    return Elementwise.cosh((Tensor) this);
  }

  /** The hyperbolic cosine; in place. As {@code torch.Tensor.cosh_}. */
  @Aten("cosh_")
  default Tensor cosh_() {
    return Elementwise.cosh_((Tensor) this);
  }

  /** The hyperbolic tangent. As {@code torch.tanh}. */
  @Aten("tanh")
  default Tensor tanh() {
    return Elementwise.tanh((Tensor) this);
  }

  /** The hyperbolic tangent; in place. As {@code torch.Tensor.tanh_}. */
  @Aten("tanh_")
  default Tensor tanh_() {
    return Elementwise.tanh_((Tensor) this);
  }

  /** The inverse of {@code sinh}. As {@code torch.asinh}. */
  @Aten("asinh")
  default Tensor asinh() {
    return Elementwise.asinh((Tensor) this);
  }

  /** The inverse of {@code sinh}; in place. As {@code torch.Tensor.asinh_}. */
  @Aten("asinh_")
  default Tensor asinh_() {
    return Elementwise.asinh_((Tensor) this);
  }

  /** The inverse of {@code cosh}. As {@code torch.acosh}. */
  @Aten("acosh")
  default Tensor acosh() {
    return Elementwise.acosh((Tensor) this);
  }

  /** The inverse of {@code cosh}; in place. As {@code torch.Tensor.acosh_}. */
  @Aten("acosh_")
  default Tensor acosh_() {
    return Elementwise.acosh_((Tensor) this);
  }

  /** The inverse of {@code tanh}. As {@code torch.atanh}. */
  @Aten("atanh")
  default Tensor atanh() {
    return Elementwise.atanh((Tensor) this);
  }

  /** The inverse of {@code tanh}; in place. As {@code torch.Tensor.atanh_}. */
  @Aten("atanh_")
  default Tensor atanh_() {
    return Elementwise.atanh_((Tensor) this);
  }

  /** The error function. As {@code torch.erf}. */
  @Aten("erf")
  default Tensor erf() {
    return Elementwise.erf((Tensor) this);
  }

  /** The error function; in place. As {@code torch.Tensor.erf_}. */
  @Aten("erf_")
  default Tensor erf_() {
    return Elementwise.erf_((Tensor) this);
  }

  /** {@code 1 − erf(x)}, exact for large x. As {@code torch.erfc}. */
  @Aten("erfc")
  default Tensor erfc() {
    return Elementwise.erfc((Tensor) this);
  }

  /** {@code 1 − erf(x)}, exact for large x; in place. As {@code torch.Tensor.erfc_}. */
  @Aten("erfc_")
  default Tensor erfc_() {
    return Elementwise.erfc_((Tensor) this);
  }

  /** {@code 1 / (1 + e⁻ˣ)}. As {@code torch.sigmoid}. */
  @Aten("sigmoid")
  default Tensor sigmoid() {
    return Elementwise.sigmoid((Tensor) this);
  }

  /** {@code 1 / (1 + e⁻ˣ)}; in place. As {@code torch.Tensor.sigmoid_}. */
  @Aten("sigmoid_")
  default Tensor sigmoid_() {
    return Elementwise.sigmoid_((Tensor) this);
  }

  /** The inverse of {@code sigmoid}. As {@code torch.logit}. */
  @Aten("logit")
  default Tensor logit() {
    return Elementwise.logit((Tensor) this, null);
  }

  /** The inverse of {@code sigmoid}; in place. As {@code torch.Tensor.logit_}. */
  @Aten("logit_")
  default Tensor logit_() {
    return Elementwise.logit_((Tensor) this, null);
  }

  /**
   * The inverse of {@code sigmoid}, of x kept within {@code eps} and {@code 1 − eps}. As {@code
   * torch.logit}.
   */
  @Aten("logit")
  default Tensor logit(double eps) {
    return Elementwise.logit((Tensor) this, eps);
  }

  /**
   * The inverse of {@code sigmoid}, of x kept within {@code eps} and {@code 1 − eps}; in place. As
   * {@code torch.Tensor.logit_}.
   */
  @Aten("logit_")
  default Tensor logit_(double eps) {
    return Elementwise.logit_((Tensor) this, eps);
  }

  /** {@code √(x² + y²)}. As {@code torch.hypot}. */
  @Aten("hypot")
  default Tensor hypot(Tensor other) {
    return Elementwise.hypot((Tensor) this, other);
  }

  /** {@code √(x² + y²)}; in place. As {@code torch.Tensor.hypot_}. */
  @Aten("hypot_")
  default Tensor hypot_(Tensor other) {
    return Elementwise.hypot_((Tensor) this, other);
  }

  /** {@code x · log(y)}, 0 where x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Tensor")
  default Tensor xlogy(Tensor other) {
    return Elementwise.xlogy((Tensor) this, other);
  }

  /** {@code x · log(y)}, 0 where x is 0; in place. As {@code torch.Tensor.xlogy_}. */
  @Aten("xlogy_.Tensor")
  default Tensor xlogy_(Tensor other) {
    return Elementwise.xlogy_((Tensor) this, other);
  }

  /** {@code x · log(y)}, 0 where x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Scalar_Other")
  default Tensor xlogy(long other) {
    return Elementwise.xlogy((Tensor) this, other);
  }

  /** {@code x · log(y)}, 0 where x is 0. As {@code torch.xlogy}. */
  @Aten("xlogy.Scalar_Other")
  default Tensor xlogy(double other) {
    return Elementwise.xlogy((Tensor) this, other);
  }
}
