package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import org.jspecify.annotations.Nullable;

/** A tensor's arithmetic, element by element; sizes broadcast and dtypes promote as in PyTorch. */
public interface ArithmeticMethods {

  /** The sum. As {@code torch.add}. */
  @Aten("add.Tensor")
  default Tensor add(Tensor other) {
    return Elementwise.add((Tensor) this, other, 1L);
  }

  /** The sum; in place. As {@code torch.Tensor.add_}. */
  @Aten("add_.Tensor")
  default Tensor add_(Tensor other) {
    return Elementwise.add_((Tensor) this, other, 1L);
  }

  /** The sum with {@code alpha} times {@code other}. As {@code torch.add}. */
  @Aten("add.Tensor")
  default Tensor add(Tensor other, long alpha) {
    return Elementwise.add((Tensor) this, other, alpha);
  }

  /** The sum with {@code alpha} times {@code other}. As {@code torch.add}. */
  @Aten("add.Tensor")
  default Tensor add(Tensor other, double alpha) {
    return Elementwise.add((Tensor) this, other, alpha);
  }

  /** The sum with {@code alpha} times {@code other}; in place. As {@code torch.Tensor.add_}. */
  @Aten("add_.Tensor")
  default Tensor add_(Tensor other, long alpha) {
    return Elementwise.add_((Tensor) this, other, alpha);
  }

  /** The sum with {@code alpha} times {@code other}; in place. As {@code torch.Tensor.add_}. */
  @Aten("add_.Tensor")
  default Tensor add_(Tensor other, double alpha) {
    return Elementwise.add_((Tensor) this, other, alpha);
  }

  /** The sum with a number. As {@code torch.add}. */
  @Aten("add.Scalar")
  default Tensor add(long other) {
    return Elementwise.add((Tensor) this, other, 1L);
  }

  /** The sum with a number. As {@code torch.add}. */
  @Aten("add.Scalar")
  default Tensor add(double other) {
    return Elementwise.add((Tensor) this, other, 1L);
  }

  /** The sum with a number; in place. As {@code torch.Tensor.add_}. */
  @Aten("add_.Scalar")
  default Tensor add_(long other) {
    return Elementwise.add_((Tensor) this, other, 1L);
  }

  /** The sum with a number; in place. As {@code torch.Tensor.add_}. */
  @Aten("add_.Scalar")
  default Tensor add_(double other) {
    return Elementwise.add_((Tensor) this, other, 1L);
  }

  /** The difference. As {@code torch.sub}. */
  @Aten("sub.Tensor")
  default Tensor sub(Tensor other) {
    return Elementwise.sub((Tensor) this, other, 1L);
  }

  /** The difference; in place. As {@code torch.Tensor.sub_}. */
  @Aten("sub_.Tensor")
  default Tensor sub_(Tensor other) {
    return Elementwise.sub_((Tensor) this, other, 1L);
  }

  /** The difference with {@code alpha} times {@code other}. As {@code torch.sub}. */
  @Aten("sub.Tensor")
  default Tensor sub(Tensor other, long alpha) {
    return Elementwise.sub((Tensor) this, other, alpha);
  }

  /** The difference with {@code alpha} times {@code other}. As {@code torch.sub}. */
  @Aten("sub.Tensor")
  default Tensor sub(Tensor other, double alpha) {
    return Elementwise.sub((Tensor) this, other, alpha);
  }

  /**
   * The difference with {@code alpha} times {@code other}; in place. As {@code torch.Tensor.sub_}.
   */
  @Aten("sub_.Tensor")
  default Tensor sub_(Tensor other, long alpha) {
    return Elementwise.sub_((Tensor) this, other, alpha);
  }

  /**
   * The difference with {@code alpha} times {@code other}; in place. As {@code torch.Tensor.sub_}.
   */
  @Aten("sub_.Tensor")
  default Tensor sub_(Tensor other, double alpha) {
    return Elementwise.sub_((Tensor) this, other, alpha);
  }

  /** The difference with a number. As {@code torch.sub}. */
  @Aten("sub.Scalar")
  default Tensor sub(long other) {
    return Elementwise.sub((Tensor) this, other, 1L);
  }

  /** The difference with a number. As {@code torch.sub}. */
  @Aten("sub.Scalar")
  default Tensor sub(double other) {
    return Elementwise.sub((Tensor) this, other, 1L);
  }

  /** The difference with a number; in place. As {@code torch.Tensor.sub_}. */
  @Aten("sub_.Scalar")
  default Tensor sub_(long other) {
    return Elementwise.sub_((Tensor) this, other, 1L);
  }

  /** The difference with a number; in place. As {@code torch.Tensor.sub_}. */
  @Aten("sub_.Scalar")
  default Tensor sub_(double other) {
    return Elementwise.sub_((Tensor) this, other, 1L);
  }

  /** The product. As {@code torch.mul}. */
  @Aten("mul.Tensor")
  default Tensor mul(Tensor other) {
    return Elementwise.mul((Tensor) this, other);
  }

  /** The product; in place. As {@code torch.Tensor.mul_}. */
  @Aten("mul_.Tensor")
  default Tensor mul_(Tensor other) {
    return Elementwise.mul_((Tensor) this, other);
  }

  /** The product with a number. As {@code torch.mul}. */
  @Aten("mul.Scalar")
  default Tensor mul(long other) {
    return Elementwise.mul((Tensor) this, other);
  }

  /** The product with a number. As {@code torch.mul}. */
  @Aten("mul.Scalar")
  default Tensor mul(double other) {
    return Elementwise.mul((Tensor) this, other);
  }

  /** The product with a number; in place. As {@code torch.Tensor.mul_}. */
  @Aten("mul_.Scalar")
  default Tensor mul_(long other) {
    return Elementwise.mul_((Tensor) this, other);
  }

  /** The product with a number; in place. As {@code torch.Tensor.mul_}. */
  @Aten("mul_.Scalar")
  default Tensor mul_(double other) {
    return Elementwise.mul_((Tensor) this, other);
  }

  /** The quotient; of whole numbers, too, it is real. As {@code torch.div}. */
  @Aten("div.Tensor")
  default Tensor div(Tensor other) {
    return Elementwise.div((Tensor) this, other);
  }

  /** The quotient; of whole numbers, too, it is real; in place. As {@code torch.Tensor.div_}. */
  @Aten("div_.Tensor")
  default Tensor div_(Tensor other) {
    return Elementwise.div_((Tensor) this, other);
  }

  /** The quotient by a number. As {@code torch.div}. */
  @Aten("div.Scalar")
  default Tensor div(long other) {
    return Elementwise.div((Tensor) this, other);
  }

  /** The quotient by a number. As {@code torch.div}. */
  @Aten("div.Scalar")
  default Tensor div(double other) {
    return Elementwise.div((Tensor) this, other);
  }

  /** The quotient by a number; in place. As {@code torch.Tensor.div_}. */
  @Aten("div_.Scalar")
  default Tensor div_(long other) {
    return Elementwise.div_((Tensor) this, other);
  }

  /** The quotient by a number; in place. As {@code torch.Tensor.div_}. */
  @Aten("div_.Scalar")
  default Tensor div_(double other) {
    return Elementwise.div_((Tensor) this, other);
  }

  /**
   * The quotient, rounded: {@code "trunc"} towards 0, {@code "floor"} down, null not at all. As
   * {@code torch.div}.
   */
  @Aten("div.Tensor_mode")
  default Tensor div(Tensor other, @Nullable String roundingMode) {
    return Elementwise.div((Tensor) this, other, roundingMode);
  }

  /**
   * The quotient, rounded: {@code "trunc"} towards 0, {@code "floor"} down, null not at all; in
   * place. As {@code torch.Tensor.div_}.
   */
  @Aten("div_.Tensor_mode")
  default Tensor div_(Tensor other, @Nullable String roundingMode) {
    return Elementwise.div_((Tensor) this, other, roundingMode);
  }

  /** The quotient by a number, rounded. As {@code torch.div}. */
  @Aten("div.Scalar_mode")
  default Tensor div(long other, @Nullable String roundingMode) {
    return Elementwise.div((Tensor) this, other, roundingMode);
  }

  /** The quotient by a number, rounded. As {@code torch.div}. */
  @Aten("div.Scalar_mode")
  default Tensor div(double other, @Nullable String roundingMode) {
    return Elementwise.div((Tensor) this, other, roundingMode);
  }

  /** The quotient by a number, rounded; in place. As {@code torch.Tensor.div_}. */
  @Aten("div_.Scalar_mode")
  default Tensor div_(long other, @Nullable String roundingMode) {
    return Elementwise.div_((Tensor) this, other, roundingMode);
  }

  /** The quotient by a number, rounded; in place. As {@code torch.Tensor.div_}. */
  @Aten("div_.Scalar_mode")
  default Tensor div_(double other, @Nullable String roundingMode) {
    return Elementwise.div_((Tensor) this, other, roundingMode);
  }

  /**
   * What division rounded down leaves; it has the sign of {@code other}. As {@code
   * torch.remainder}.
   */
  @Aten("remainder.Tensor")
  default Tensor remainder(Tensor other) {
    return Elementwise.remainder((Tensor) this, other);
  }

  /**
   * What division rounded down leaves; it has the sign of {@code other}; in place. As {@code
   * torch.Tensor.remainder_}.
   */
  @Aten("remainder_.Tensor")
  default Tensor remainder_(Tensor other) {
    return Elementwise.remainder_((Tensor) this, other);
  }

  /** What division by a number, rounded down, leaves. As {@code torch.remainder}. */
  @Aten("remainder.Scalar")
  default Tensor remainder(long other) {
    return Elementwise.remainder((Tensor) this, other);
  }

  /** What division by a number, rounded down, leaves. As {@code torch.remainder}. */
  @Aten("remainder.Scalar")
  default Tensor remainder(double other) {
    return Elementwise.remainder((Tensor) this, other);
  }

  /**
   * What division by a number, rounded down, leaves; in place. As {@code torch.Tensor.remainder_}.
   */
  @Aten("remainder_.Scalar")
  default Tensor remainder_(long other) {
    return Elementwise.remainder_((Tensor) this, other);
  }

  /**
   * What division by a number, rounded down, leaves; in place. As {@code torch.Tensor.remainder_}.
   */
  @Aten("remainder_.Scalar")
  default Tensor remainder_(double other) {
    return Elementwise.remainder_((Tensor) this, other);
  }

  /** What division rounded towards 0 leaves, Java's {@code %}. As {@code torch.fmod}. */
  @Aten("fmod.Tensor")
  default Tensor fmod(Tensor other) {
    return Elementwise.fmod((Tensor) this, other);
  }

  /**
   * What division rounded towards 0 leaves, Java's {@code %}; in place. As {@code
   * torch.Tensor.fmod_}.
   */
  @Aten("fmod_.Tensor")
  default Tensor fmod_(Tensor other) {
    return Elementwise.fmod_((Tensor) this, other);
  }

  /** What division by a number, rounded towards 0, leaves. As {@code torch.fmod}. */
  @Aten("fmod.Scalar")
  default Tensor fmod(long other) {
    return Elementwise.fmod((Tensor) this, other);
  }

  /** What division by a number, rounded towards 0, leaves. As {@code torch.fmod}. */
  @Aten("fmod.Scalar")
  default Tensor fmod(double other) {
    return Elementwise.fmod((Tensor) this, other);
  }

  /**
   * What division by a number, rounded towards 0, leaves; in place. As {@code torch.Tensor.fmod_}.
   */
  @Aten("fmod_.Scalar")
  default Tensor fmod_(long other) {
    return Elementwise.fmod_((Tensor) this, other);
  }

  /**
   * What division by a number, rounded towards 0, leaves; in place. As {@code torch.Tensor.fmod_}.
   */
  @Aten("fmod_.Scalar")
  default Tensor fmod_(double other) {
    return Elementwise.fmod_((Tensor) this, other);
  }

  /** The power. As {@code torch.pow}. */
  @Aten("pow.Tensor_Tensor")
  default Tensor pow(Tensor exponent) {
    return Elementwise.pow((Tensor) this, exponent);
  }

  /** The power; in place. As {@code torch.Tensor.pow_}. */
  @Aten("pow_.Tensor")
  default Tensor pow_(Tensor exponent) {
    return Elementwise.pow_((Tensor) this, exponent);
  }

  /** The power of a number as exponent. As {@code torch.pow}. */
  @Aten("pow.Tensor_Scalar")
  default Tensor pow(long exponent) {
    return Elementwise.pow((Tensor) this, exponent);
  }

  /** The power of a number as exponent. As {@code torch.pow}. */
  @Aten("pow.Tensor_Scalar")
  default Tensor pow(double exponent) {
    return Elementwise.pow((Tensor) this, exponent);
  }

  /** The power of a number as exponent; in place. As {@code torch.Tensor.pow_}. */
  @Aten("pow_.Scalar")
  default Tensor pow_(long exponent) {
    return Elementwise.pow_((Tensor) this, exponent);
  }

  /** The power of a number as exponent; in place. As {@code torch.Tensor.pow_}. */
  @Aten("pow_.Scalar")
  default Tensor pow_(double exponent) {
    return Elementwise.pow_((Tensor) this, exponent);
  }

  /** {@code −x}. As {@code torch.neg}. */
  @Aten("neg")
  default Tensor neg() {
    return Elementwise.neg((Tensor) this);
  }

  /** {@code −x}; in place. As {@code torch.Tensor.neg_}. */
  @Aten("neg_")
  default Tensor neg_() {
    return Elementwise.neg_((Tensor) this);
  }

  /** The absolute value. As {@code torch.abs}. */
  @Aten("abs")
  default Tensor abs() {
    return Elementwise.abs((Tensor) this);
  }

  /** The absolute value; in place. As {@code torch.Tensor.abs_}. */
  @Aten("abs_")
  default Tensor abs_() {
    return Elementwise.abs_((Tensor) this);
  }

  /** −1, 0 or 1. As {@code torch.sign}. */
  @Aten("sign")
  default Tensor sign() {
    return Elementwise.sign((Tensor) this);
  }

  /** −1, 0 or 1; in place. As {@code torch.Tensor.sign_}. */
  @Aten("sign_")
  default Tensor sign_() {
    return Elementwise.sign_((Tensor) this);
  }

  /** {@code x²}. As {@code torch.square}. */
  @Aten("square")
  default Tensor square() {
    return Elementwise.square((Tensor) this);
  }

  /** {@code x²}; in place. As {@code torch.Tensor.square_}. */
  @Aten("square_")
  default Tensor square_() {
    return Elementwise.square_((Tensor) this);
  }

  /** {@code 1 / x}. As {@code torch.reciprocal}. */
  @Aten("reciprocal")
  default Tensor reciprocal() {
    return Elementwise.reciprocal((Tensor) this);
  }

  /** {@code 1 / x}; in place. As {@code torch.Tensor.reciprocal_}. */
  @Aten("reciprocal_")
  default Tensor reciprocal_() {
    return Elementwise.reciprocal_((Tensor) this);
  }

  /** Rounded up. As {@code torch.ceil}. */
  @Aten("ceil")
  default Tensor ceil() {
    return Elementwise.ceil((Tensor) this);
  }

  /** Rounded up; in place. As {@code torch.Tensor.ceil_}. */
  @Aten("ceil_")
  default Tensor ceil_() {
    return Elementwise.ceil_((Tensor) this);
  }

  /** Rounded down. As {@code torch.floor}. */
  @Aten("floor")
  default Tensor floor() {
    return Elementwise.floor((Tensor) this);
  }

  /** Rounded down; in place. As {@code torch.Tensor.floor_}. */
  @Aten("floor_")
  default Tensor floor_() {
    return Elementwise.floor_((Tensor) this);
  }

  /** Rounded to the nearest whole number, halves to even ones. As {@code torch.round}. */
  @Aten("round")
  default Tensor round() {
    return Elementwise.round((Tensor) this);
  }

  /**
   * Rounded to the nearest whole number, halves to even ones; in place. As {@code
   * torch.Tensor.round_}.
   */
  @Aten("round_")
  default Tensor round_() {
    return Elementwise.round_((Tensor) this);
  }

  /** Rounded towards 0. As {@code torch.trunc}. */
  @Aten("trunc")
  default Tensor trunc() {
    return Elementwise.trunc((Tensor) this);
  }

  /** Rounded towards 0; in place. As {@code torch.Tensor.trunc_}. */
  @Aten("trunc_")
  default Tensor trunc_() {
    return Elementwise.trunc_((Tensor) this);
  }

  /** What {@code trunc} cuts off. As {@code torch.frac}. */
  @Aten("frac")
  default Tensor frac() {
    return Elementwise.frac((Tensor) this);
  }

  /** What {@code trunc} cuts off; in place. As {@code torch.Tensor.frac_}. */
  @Aten("frac_")
  default Tensor frac_() {
    return Elementwise.frac_((Tensor) this);
  }

  /** Bits that are set in both. As {@code torch.bitwise_and}. */
  @Aten("bitwise_and.Tensor")
  default Tensor bitwiseAnd(Tensor other) {
    return Elementwise.bitwiseAnd((Tensor) this, other);
  }

  /** Bits that are set in both; in place. As {@code torch.Tensor.bitwise_and_}. */
  @Aten("bitwise_and_.Tensor")
  default Tensor bitwiseAnd_(Tensor other) {
    return Elementwise.bitwiseAnd_((Tensor) this, other);
  }

  /** Bits that are set in both. As {@code torch.bitwise_and}. */
  @Aten("bitwise_and.Scalar")
  default Tensor bitwiseAnd(long other) {
    return Elementwise.bitwiseAnd((Tensor) this, other);
  }

  /** Bits that are set in both. As {@code torch.bitwise_and}. */
  @Aten("bitwise_and.Scalar")
  default Tensor bitwiseAnd(double other) {
    return Elementwise.bitwiseAnd((Tensor) this, other);
  }

  /** Bits that are set in both; in place. As {@code torch.Tensor.bitwise_and_}. */
  @Aten("bitwise_and_.Scalar")
  default Tensor bitwiseAnd_(long other) {
    return Elementwise.bitwiseAnd_((Tensor) this, other);
  }

  /** Bits that are set in both; in place. As {@code torch.Tensor.bitwise_and_}. */
  @Aten("bitwise_and_.Scalar")
  default Tensor bitwiseAnd_(double other) {
    return Elementwise.bitwiseAnd_((Tensor) this, other);
  }

  /** Bits that are set in either. As {@code torch.bitwise_or}. */
  @Aten("bitwise_or.Tensor")
  default Tensor bitwiseOr(Tensor other) {
    return Elementwise.bitwiseOr((Tensor) this, other);
  }

  /** Bits that are set in either; in place. As {@code torch.Tensor.bitwise_or_}. */
  @Aten("bitwise_or_.Tensor")
  default Tensor bitwiseOr_(Tensor other) {
    return Elementwise.bitwiseOr_((Tensor) this, other);
  }

  /** Bits that are set in either. As {@code torch.bitwise_or}. */
  @Aten("bitwise_or.Scalar")
  default Tensor bitwiseOr(long other) {
    return Elementwise.bitwiseOr((Tensor) this, other);
  }

  /** Bits that are set in either. As {@code torch.bitwise_or}. */
  @Aten("bitwise_or.Scalar")
  default Tensor bitwiseOr(double other) {
    return Elementwise.bitwiseOr((Tensor) this, other);
  }

  /** Bits that are set in either; in place. As {@code torch.Tensor.bitwise_or_}. */
  @Aten("bitwise_or_.Scalar")
  default Tensor bitwiseOr_(long other) {
    return Elementwise.bitwiseOr_((Tensor) this, other);
  }

  /** Bits that are set in either; in place. As {@code torch.Tensor.bitwise_or_}. */
  @Aten("bitwise_or_.Scalar")
  default Tensor bitwiseOr_(double other) {
    return Elementwise.bitwiseOr_((Tensor) this, other);
  }

  /** Bits that are set in one of two. As {@code torch.bitwise_xor}. */
  @Aten("bitwise_xor.Tensor")
  default Tensor bitwiseXor(Tensor other) {
    return Elementwise.bitwiseXor((Tensor) this, other);
  }

  /** Bits that are set in one of two; in place. As {@code torch.Tensor.bitwise_xor_}. */
  @Aten("bitwise_xor_.Tensor")
  default Tensor bitwiseXor_(Tensor other) {
    return Elementwise.bitwiseXor_((Tensor) this, other);
  }

  /** Bits that are set in one of two. As {@code torch.bitwise_xor}. */
  @Aten("bitwise_xor.Scalar")
  default Tensor bitwiseXor(long other) {
    return Elementwise.bitwiseXor((Tensor) this, other);
  }

  /** Bits that are set in one of two. As {@code torch.bitwise_xor}. */
  @Aten("bitwise_xor.Scalar")
  default Tensor bitwiseXor(double other) {
    return Elementwise.bitwiseXor((Tensor) this, other);
  }

  /** Bits that are set in one of two; in place. As {@code torch.Tensor.bitwise_xor_}. */
  @Aten("bitwise_xor_.Scalar")
  default Tensor bitwiseXor_(long other) {
    return Elementwise.bitwiseXor_((Tensor) this, other);
  }

  /** Bits that are set in one of two; in place. As {@code torch.Tensor.bitwise_xor_}. */
  @Aten("bitwise_xor_.Scalar")
  default Tensor bitwiseXor_(double other) {
    return Elementwise.bitwiseXor_((Tensor) this, other);
  }

  /** Each bit the other way. As {@code torch.bitwise_not}. */
  @Aten("bitwise_not")
  default Tensor bitwiseNot() {
    return Elementwise.bitwiseNot((Tensor) this);
  }

  /** Each bit the other way; in place. As {@code torch.Tensor.bitwise_not_}. */
  @Aten("bitwise_not_")
  default Tensor bitwiseNot_() {
    return Elementwise.bitwiseNot_((Tensor) this);
  }
}
