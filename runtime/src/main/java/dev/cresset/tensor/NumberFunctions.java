package dev.cresset.tensor;

import dev.cresset.annotations.Aten;
import dev.cresset.ir.scalar.ErrorFunction;

/**
 * The elementwise functions on one number, so that a scripted function of floats reads like one of
 * tensors. Computed in double precision and rounded.
 */
public abstract class NumberFunctions {

  /** Holds functions alone. */
  protected NumberFunctions() {}

  /** The absolute value, of one number. As {@code torch.abs}. */
  @Aten("abs")
  public static float abs(float self) {
    return Math.abs(self);
  }

  /** The angle of this cosine, of one number. As {@code torch.acos}. */
  @Aten("acos")
  public static float acos(float self) {
    return (float) Math.acos(self);
  }

  /** The angle of this sine, of one number. As {@code torch.asin}. */
  @Aten("asin")
  public static float asin(float self) {
    return (float) Math.asin(self);
  }

  /** The angle of this tangent, of one number. As {@code torch.atan}. */
  @Aten("atan")
  public static float atan(float self) {
    return (float) Math.atan(self);
  }

  /** Rounded up, of one number. As {@code torch.ceil}. */
  @Aten("ceil")
  public static float ceil(float self) {
    return (float) Math.ceil(self);
  }

  /** The cosine, of one number. As {@code torch.cos}. */
  @Aten("cos")
  public static float cos(float self) {
    return (float) Math.cos(self);
  }

  /** The hyperbolic cosine, of one number. As {@code torch.cosh}. */
  @Aten("cosh")
  public static float cosh(float self) {
    return (float) Math.cosh(self);
  }

  /** The error function, of one number. As {@code torch.erf}. */
  @Aten("erf")
  public static float erf(float self) {
    return (float) ErrorFunction.erf(self);
  }

  /** 1 less the error function, of one number. As {@code torch.erfc}. */
  @Aten("erfc")
  public static float erfc(float self) {
    return (float) ErrorFunction.erfc(self);
  }

  /** {@code eˣ}, of one number. As {@code torch.exp}. */
  @Aten("exp")
  public static float exp(float self) {
    return (float) Math.exp(self);
  }

  /** {@code 2ˣ}, of one number. As {@code torch.exp2}. */
  @Aten("exp2")
  public static float exp2(float self) {
    return (float) Math.pow(2, self);
  }

  /** {@code eˣ − 1}, of one number. As {@code torch.expm1}. */
  @Aten("expm1")
  public static float expm1(float self) {
    return (float) Math.expm1(self);
  }

  /** Rounded down, of one number. As {@code torch.floor}. */
  @Aten("floor")
  public static float floor(float self) {
    return (float) Math.floor(self);
  }

  /** The natural logarithm, of one number. As {@code torch.log}. */
  @Aten("log")
  public static float log(float self) {
    return (float) Math.log(self);
  }

  /** The logarithm to base 10, of one number. As {@code torch.log10}. */
  @Aten("log10")
  public static float log10(float self) {
    return (float) Math.log10(self);
  }

  /** {@code log(1 + x)}, of one number. As {@code torch.log1p}. */
  @Aten("log1p")
  public static float log1p(float self) {
    return (float) Math.log1p(self);
  }

  /** The logarithm to base 2, of one number. As {@code torch.log2}. */
  @Aten("log2")
  public static float log2(float self) {
    return (float) (Math.log(self) / Math.log(2));
  }

  /** {@code 1 / x}, of one number. As {@code torch.reciprocal}. */
  @Aten("reciprocal")
  public static float reciprocal(float self) {
    return 1 / self;
  }

  /** {@code max(x, 0)}, of one number. As {@code torch.relu}. */
  @Aten("relu")
  public static float relu(float self) {
    return Math.max(self, 0);
  }

  /**
   * Rounded to the nearest whole number, halves to even ones, of one number. As {@code
   * torch.round}.
   */
  @Aten("round")
  public static float round(float self) {
    return (float) Math.rint(self);
  }

  /** {@code 1 / √x}, of one number. As {@code torch.rsqrt}. */
  @Aten("rsqrt")
  public static float rsqrt(float self) {
    return (float) (1 / Math.sqrt(self));
  }

  /** {@code 1 / (1 + e⁻ˣ)}, of one number. As {@code torch.sigmoid}. */
  @Aten("sigmoid")
  public static float sigmoid(float self) {
    return (float) (1 / (1 + Math.exp(-self)));
  }

  /** −1, 0 or 1, of one number. As {@code torch.sign}. */
  @Aten("sign")
  public static float sign(float self) {
    return Math.signum(self);
  }

  /** The sine, of one number. As {@code torch.sin}. */
  @Aten("sin")
  public static float sin(float self) {
    return (float) Math.sin(self);
  }

  /** The hyperbolic sine, of one number. As {@code torch.sinh}. */
  @Aten("sinh")
  public static float sinh(float self) {
    return (float) Math.sinh(self);
  }

  /** The square root, of one number. As {@code torch.sqrt}. */
  @Aten("sqrt")
  public static float sqrt(float self) {
    return (float) Math.sqrt(self);
  }

  /** {@code x²}, of one number. As {@code torch.square}. */
  @Aten("square")
  public static float square(float self) {
    return self * self;
  }

  /** The tangent, of one number. As {@code torch.tan}. */
  @Aten("tan")
  public static float tan(float self) {
    return (float) Math.tan(self);
  }

  /** The hyperbolic tangent, of one number. As {@code torch.tanh}. */
  @Aten("tanh")
  public static float tanh(float self) {
    return (float) Math.tanh(self);
  }

  /** Rounded towards 0, of one number. As {@code torch.trunc}. */
  @Aten("trunc")
  public static float trunc(float self) {
    return (float) (self < 0 ? Math.ceil(self) : Math.floor(self));
  }

  /** The angle of the point {@code (other, self)}. As {@code torch.atan2}. */
  @Aten("atan2")
  public static float atan2(float self, float other) {
    return (float) Math.atan2(self, other);
  }

  /** The larger of two numbers. As {@code torch.maximum}. */
  @Aten("maximum")
  public static float maximum(float self, float other) {
    return Math.max(self, other);
  }

  /** The smaller of two numbers. As {@code torch.minimum}. */
  @Aten("minimum")
  public static float minimum(float self, float other) {
    return Math.min(self, other);
  }

  /** One number to the power of another. As {@code torch.pow}. */
  @Aten("pow.Tensor_Tensor")
  public static float pow(float self, float exponent) {
    return (float) Math.pow(self, exponent);
  }
}
