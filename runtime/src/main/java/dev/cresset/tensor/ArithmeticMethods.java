package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;

/**
 * A tensor's arithmetic, element by element, less {@link DivisionMethods}; sizes broadcast and
 * dtypes promote as in PyTorch.
 */
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

  /** {@code other − x}. As {@code torch.rsub}. */
  @Aten("rsub.Tensor")
  default Tensor rsub(Tensor other) {
    return Elementwise.rsub((Tensor) this, other, 1L);
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

  /** On the way to {@code end}, {@code weight} of it. As {@code torch.lerp}. */
  @Aten("lerp.Tensor")
  default Tensor lerp(Tensor end, Tensor weight) {
    return Elementwise.lerp((Tensor) this, end, weight);
  }

  /** On the way to {@code end}, {@code weight} of it; in place. As {@code torch.Tensor.lerp_}. */
  @Aten("lerp_.Tensor")
  default Tensor lerp_(Tensor end, Tensor weight) {
    return Elementwise.lerp_((Tensor) this, end, weight);
  }

  /** On the way to {@code end}, {@code weight} of it. As {@code torch.lerp}. */
  @Aten("lerp.Scalar")
  default Tensor lerp(Tensor end, long weight) {
    return Elementwise.lerp((Tensor) this, end, weight);
  }

  /** On the way to {@code end}, {@code weight} of it. As {@code torch.lerp}. */
  @Aten("lerp.Scalar")
  default Tensor lerp(Tensor end, double weight) {
    return Elementwise.lerp((Tensor) this, end, weight);
  }

  /** On the way to {@code end}, {@code weight} of it; in place. As {@code torch.Tensor.lerp_}. */
  @Aten("lerp_.Scalar")
  default Tensor lerp_(Tensor end, long weight) {
    return Elementwise.lerp_((Tensor) this, end, weight);
  }

  /** On the way to {@code end}, {@code weight} of it; in place. As {@code torch.Tensor.lerp_}. */
  @Aten("lerp_.Scalar")
  default Tensor lerp_(Tensor end, double weight) {
    return Elementwise.lerp_((Tensor) this, end, weight);
  }

  /** The sum with a product. As {@code torch.addcmul}. */
  @Aten("addcmul")
  default Tensor addcmul(Tensor tensor1, Tensor tensor2) {
    return Elementwise.addcmul((Tensor) this, tensor1, tensor2, 1L);
  }

  /** The sum with a product; in place. As {@code torch.Tensor.addcmul_}. */
  @Aten("addcmul_")
  default Tensor addcmul_(Tensor tensor1, Tensor tensor2) {
    return Elementwise.addcmul_((Tensor) this, tensor1, tensor2, 1L);
  }

  /** The sum with {@code value} times a product. As {@code torch.addcmul}. */
  @Aten("addcmul")
  default Tensor addcmul(Tensor tensor1, Tensor tensor2, long value) {
    return Elementwise.addcmul((Tensor) this, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a product. As {@code torch.addcmul}. */
  @Aten("addcmul")
  default Tensor addcmul(Tensor tensor1, Tensor tensor2, double value) {
    return Elementwise.addcmul((Tensor) this, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a product; in place. As {@code torch.Tensor.addcmul_}. */
  @Aten("addcmul_")
  default Tensor addcmul_(Tensor tensor1, Tensor tensor2, long value) {
    return Elementwise.addcmul_((Tensor) this, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a product; in place. As {@code torch.Tensor.addcmul_}. */
  @Aten("addcmul_")
  default Tensor addcmul_(Tensor tensor1, Tensor tensor2, double value) {
    return Elementwise.addcmul_((Tensor) this, tensor1, tensor2, value);
  }

  /** The sum with a quotient. As {@code torch.addcdiv}. */
  @Aten("addcdiv")
  default Tensor addcdiv(Tensor tensor1, Tensor tensor2) {
    return Elementwise.addcdiv((Tensor) this, tensor1, tensor2, 1L);
  }

  /** The sum with a quotient; in place. As {@code torch.Tensor.addcdiv_}. */
  @Aten("addcdiv_")
  default Tensor addcdiv_(Tensor tensor1, Tensor tensor2) {
    return Elementwise.addcdiv_((Tensor) this, tensor1, tensor2, 1L);
  }

  /** The sum with {@code value} times a quotient. As {@code torch.addcdiv}. */
  @Aten("addcdiv")
  default Tensor addcdiv(Tensor tensor1, Tensor tensor2, long value) {
    return Elementwise.addcdiv((Tensor) this, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a quotient. As {@code torch.addcdiv}. */
  @Aten("addcdiv")
  default Tensor addcdiv(Tensor tensor1, Tensor tensor2, double value) {
    return Elementwise.addcdiv((Tensor) this, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a quotient; in place. As {@code torch.Tensor.addcdiv_}. */
  @Aten("addcdiv_")
  default Tensor addcdiv_(Tensor tensor1, Tensor tensor2, long value) {
    return Elementwise.addcdiv_((Tensor) this, tensor1, tensor2, value);
  }

  /** The sum with {@code value} times a quotient; in place. As {@code torch.Tensor.addcdiv_}. */
  @Aten("addcdiv_")
  default Tensor addcdiv_(Tensor tensor1, Tensor tensor2, double value) {
    return Elementwise.addcdiv_((Tensor) this, tensor1, tensor2, value);
  }
}
