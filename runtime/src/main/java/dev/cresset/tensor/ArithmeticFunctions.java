package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import org.jspecify.annotations.Nullable;

/** Arithmetic on tensors, element by element; sizes broadcast and dtypes promote as in PyTorch. */
public abstract class ArithmeticFunctions extends NumberFunctions {

  /** Holds functions alone. */
  protected ArithmeticFunctions() {}

  /** The sum. As {@code torch.add}. */
  @Aten("add.Tensor")
  public static Tensor add(Tensor self, Tensor other) {
    return Elementwise.add(self, other, 1L);
  }

  /** The sum with {@code alpha} times {@code other}. As {@code torch.add}. */
  @Aten("add.Tensor")
  public static Tensor add(Tensor self, Tensor other, long alpha) {
    return Elementwise.add(self, other, alpha);
  }

  /** The sum with {@code alpha} times {@code other}. As {@code torch.add}. */
  @Aten("add.Tensor")
  public static Tensor add(Tensor self, Tensor other, double alpha) {
    return Elementwise.add(self, other, alpha);
  }

  /** The sum with a number. As {@code torch.add}. */
  @Aten("add.Scalar")
  public static Tensor add(Tensor self, long other) {
    return Elementwise.add(self, other, 1L);
  }

  /** The sum with a number. As {@code torch.add}. */
  @Aten("add.Scalar")
  public static Tensor add(Tensor self, double other) {
    return Elementwise.add(self, other, 1L);
  }

  /** The difference. As {@code torch.sub}. */
  @Aten("sub.Tensor")
  public static Tensor sub(Tensor self, Tensor other) {
    return Elementwise.sub(self, other, 1L);
  }

  /** The difference with {@code alpha} times {@code other}. As {@code torch.sub}. */
  @Aten("sub.Tensor")
  public static Tensor sub(Tensor self, Tensor other, long alpha) {
    return Elementwise.sub(self, other, alpha);
  }

  /** The difference with {@code alpha} times {@code other}. As {@code torch.sub}. */
  @Aten("sub.Tensor")
  public static Tensor sub(Tensor self, Tensor other, double alpha) {
    return Elementwise.sub(self, other, alpha);
  }

  /** The difference with a number. As {@code torch.sub}. */
  @Aten("sub.Scalar")
  public static Tensor sub(Tensor self, long other) {
    return Elementwise.sub(self, other, 1L);
  }

  /** The difference with a number. As {@code torch.sub}. */
  @Aten("sub.Scalar")
  public static Tensor sub(Tensor self, double other) {
    return Elementwise.sub(self, other, 1L);
  }

  /** A number less a tensor, {@code 1 - x}. As {@code torch.rsub}. */
  @Aten("rsub.Scalar")
  public static Tensor sub(long other, Tensor self) {
    return Elementwise.rsub(self, other, 1L);
  }

  /** A number less a tensor, {@code 1 - x}. As {@code torch.rsub}. */
  @Aten("rsub.Scalar")
  public static Tensor sub(double other, Tensor self) {
    return Elementwise.rsub(self, other, 1L);
  }

  /** {@code other − x}. As {@code torch.rsub}. */
  @Aten("rsub.Tensor")
  public static Tensor rsub(Tensor self, Tensor other) {
    return Elementwise.rsub(self, other, 1L);
  }

  /** The product. As {@code torch.mul}. */
  @Aten("mul.Tensor")
  public static Tensor mul(Tensor self, Tensor other) {
    return Elementwise.mul(self, other);
  }

  /** The product with a number. As {@code torch.mul}. */
  @Aten("mul.Scalar")
  public static Tensor mul(Tensor self, long other) {
    return Elementwise.mul(self, other);
  }

  /** The product with a number. As {@code torch.mul}. */
  @Aten("mul.Scalar")
  public static Tensor mul(Tensor self, double other) {
    return Elementwise.mul(self, other);
  }

  /** The quotient; of whole numbers, too, it is real. As {@code torch.div}. */
  @Aten("div.Tensor")
  public static Tensor div(Tensor self, Tensor other) {
    return Elementwise.div(self, other);
  }

  /** The quotient by a number. As {@code torch.div}. */
  @Aten("div.Scalar")
  public static Tensor div(Tensor self, long other) {
    return Elementwise.div(self, other);
  }

  /** The quotient by a number. As {@code torch.div}. */
  @Aten("div.Scalar")
  public static Tensor div(Tensor self, double other) {
    return Elementwise.div(self, other);
  }

  /**
   * The quotient, rounded: {@code "trunc"} towards 0, {@code "floor"} down, null not at all. As
   * {@code torch.div}.
   */
  @Aten("div.Tensor_mode")
  public static Tensor div(Tensor self, Tensor other, @Nullable String roundingMode) {
    return Elementwise.div(self, other, roundingMode);
  }

  /** The quotient by a number, rounded. As {@code torch.div}. */
  @Aten("div.Scalar_mode")
  public static Tensor div(Tensor self, long other, @Nullable String roundingMode) {
    return Elementwise.div(self, other, roundingMode);
  }

  /** The quotient by a number, rounded. As {@code torch.div}. */
  @Aten("div.Scalar_mode")
  public static Tensor div(Tensor self, double other, @Nullable String roundingMode) {
    return Elementwise.div(self, other, roundingMode);
  }

  /** The quotient, real of whole numbers, too. As {@code torch.true_divide}. */
  @Aten("true_divide.Tensor")
  public static Tensor trueDivide(Tensor self, Tensor other) {
    return Elementwise.trueDivide(self, other);
  }

  /** The quotient, real of whole numbers, too. As {@code torch.true_divide}. */
  @Aten("true_divide.Scalar")
  public static Tensor trueDivide(Tensor self, long other) {
    return Elementwise.trueDivide(self, other);
  }

  /** The quotient, real of whole numbers, too. As {@code torch.true_divide}. */
  @Aten("true_divide.Scalar")
  public static Tensor trueDivide(Tensor self, double other) {
    return Elementwise.trueDivide(self, other);
  }

  /** The quotient, rounded down. As {@code torch.floor_divide}. */
  @Aten("floor_divide")
  public static Tensor floorDivide(Tensor self, Tensor other) {
    return Elementwise.floorDivide(self, other);
  }

  /** The quotient by a number, rounded down. As {@code torch.floor_divide}. */
  @Aten("floor_divide.Scalar")
  public static Tensor floorDivide(Tensor self, long other) {
    return Elementwise.floorDivide(self, other);
  }

  /** The quotient by a number, rounded down. As {@code torch.floor_divide}. */
  @Aten("floor_divide.Scalar")
  public static Tensor floorDivide(Tensor self, double other) {
    return Elementwise.floorDivide(self, other);
  }

  /**
   * What division rounded down leaves; it has the sign of {@code other}. As {@code
   * torch.remainder}.
   */
  @Aten("remainder.Tensor")
  public static Tensor remainder(Tensor self, Tensor other) {
    return Elementwise.remainder(self, other);
  }

  /** What division by a number, rounded down, leaves. As {@code torch.remainder}. */
  @Aten("remainder.Scalar")
  public static Tensor remainder(Tensor self, long other) {
    return Elementwise.remainder(self, other);
  }

  /** What division by a number, rounded down, leaves. As {@code torch.remainder}. */
  @Aten("remainder.Scalar")
  public static Tensor remainder(Tensor self, double other) {
    return Elementwise.remainder(self, other);
  }

  /** What division rounded towards 0 leaves, Java's {@code %}. As {@code torch.fmod}. */
  @Aten("fmod.Tensor")
  public static Tensor fmod(Tensor self, Tensor other) {
    return Elementwise.fmod(self, other);
  }

  /** What division by a number, rounded towards 0, leaves. As {@code torch.fmod}. */
  @Aten("fmod.Scalar")
  public static Tensor fmod(Tensor self, long other) {
    return Elementwise.fmod(self, other);
  }

  /** What division by a number, rounded towards 0, leaves. As {@code torch.fmod}. */
  @Aten("fmod.Scalar")
  public static Tensor fmod(Tensor self, double other) {
    return Elementwise.fmod(self, other);
  }

  /** The power. As {@code torch.pow}. */
  @Aten("pow.Tensor_Tensor")
  public static Tensor pow(Tensor self, Tensor exponent) {
    return Elementwise.pow(self, exponent);
  }

  /** The power of a number as exponent. As {@code torch.pow}. */
  @Aten("pow.Tensor_Scalar")
  public static Tensor pow(Tensor self, long exponent) {
    return Elementwise.pow(self, exponent);
  }

  /** The power of a number as exponent. As {@code torch.pow}. */
  @Aten("pow.Tensor_Scalar")
  public static Tensor pow(Tensor self, double exponent) {
    return Elementwise.pow(self, exponent);
  }

  /** A number to the power of each element. As {@code torch.pow}. */
  @Aten("pow.Scalar")
  public static Tensor pow(long self, Tensor exponent) {
    return Elementwise.pow(self, exponent);
  }

  /** A number to the power of each element. As {@code torch.pow}. */
  @Aten("pow.Scalar")
  public static Tensor pow(double self, Tensor exponent) {
    return Elementwise.pow(self, exponent);
  }

  /** {@code −x}. As {@code torch.neg}. */
  @Aten("neg")
  public static Tensor neg(Tensor self) {
    return Elementwise.neg(self);
  }

  /** The absolute value. As {@code torch.abs}. */
  @Aten("abs")
  public static Tensor abs(Tensor self) {
    return Elementwise.abs(self);
  }

  /** −1, 0 or 1. As {@code torch.sign}. */
  @Aten("sign")
  public static Tensor sign(Tensor self) {
    return Elementwise.sign(self);
  }

  /** {@code x²}. As {@code torch.square}. */
  @Aten("square")
  public static Tensor square(Tensor self) {
    return Elementwise.square(self);
  }

  /** {@code 1 / x}. As {@code torch.reciprocal}. */
  @Aten("reciprocal")
  public static Tensor reciprocal(Tensor self) {
    return Elementwise.reciprocal(self);
  }

  /** On the way to {@code end}, {@code weight} of it. As {@code torch.lerp}. */
  @Aten("lerp.Tensor")
  public static Tensor lerp(Tensor self, Tensor end, Tensor weight) {
    return Elementwise.lerp(self, end, weight);
  }

  /** On the way to {@code end}, {@code weight} of it. As {@code torch.lerp}. */
  @Aten("lerp.Scalar")
  public static Tensor lerp(Tensor self, Tensor end, long weight) {
    return Elementwise.lerp(self, end, weight);
  }

  /** On the way to {@code end}, {@code weight} of it. As {@code torch.lerp}. */
  @Aten("lerp.Scalar")
  public static Tensor lerp(Tensor self, Tensor end, double weight) {
    return Elementwise.lerp(self, end, weight);
  }

  /** The sum with a product. As {@code torch.addcmul}. */
  @Aten("addcmul")
  public static Tensor addcmul(Tensor self, Tensor tensor1, Tensor tensor2) {
    return Elementwise.addcmul(self, tensor1, tensor2, 1L);
  }

  /** The sum with {@code value} times a product. As {@code torch.addcmul}. */
  @Aten("addcmul")
  public static Tensor addcmul(Tensor self, Tensor tensor1, Tensor tensor2, long value) {
    return Elementwise.addcmul(self, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a product. As {@code torch.addcmul}. */
  @Aten("addcmul")
  public static Tensor addcmul(Tensor self, Tensor tensor1, Tensor tensor2, double value) {
    return Elementwise.addcmul(self, tensor1, tensor2, value);
  }

  /** The sum with a quotient. As {@code torch.addcdiv}. */
  @Aten("addcdiv")
  public static Tensor addcdiv(Tensor self, Tensor tensor1, Tensor tensor2) {
    return Elementwise.addcdiv(self, tensor1, tensor2, 1L);
  }

  /** The sum with {@code value} times a quotient. As {@code torch.addcdiv}. */
  @Aten("addcdiv")
  public static Tensor addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, long value) {
    return Elementwise.addcdiv(self, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a quotient. As {@code torch.addcdiv}. */
  @Aten("addcdiv")
  public static Tensor addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, double value) {
    return Elementwise.addcdiv(self, tensor1, tensor2, value);
  }
}
