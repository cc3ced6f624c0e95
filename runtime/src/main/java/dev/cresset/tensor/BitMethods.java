package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;

/** A tensor's bits, and logic on truths. */
public interface BitMethods {

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

  /** Bits moved up. As {@code torch.bitwise_left_shift}. */
  @Aten("bitwise_left_shift.Tensor")
  default Tensor bitwiseLeftShift(Tensor other) {
    return Elementwise.bitwiseLeftShift((Tensor) this, other);
  }

  /** Bits moved up; in place. As {@code torch.Tensor.bitwise_left_shift_}. */
  @Aten("bitwise_left_shift_.Tensor")
  default Tensor bitwiseLeftShift_(Tensor other) {
    return Elementwise.bitwiseLeftShift_((Tensor) this, other);
  }

  /** Bits moved up. As {@code torch.bitwise_left_shift}. */
  @Aten("bitwise_left_shift.Tensor_Scalar")
  default Tensor bitwiseLeftShift(long other) {
    return Elementwise.bitwiseLeftShift((Tensor) this, other);
  }

  /** Bits moved up. As {@code torch.bitwise_left_shift}. */
  @Aten("bitwise_left_shift.Tensor_Scalar")
  default Tensor bitwiseLeftShift(double other) {
    return Elementwise.bitwiseLeftShift((Tensor) this, other);
  }

  /** Bits moved up; in place. As {@code torch.Tensor.bitwise_left_shift_}. */
  @Aten("bitwise_left_shift_.Tensor_Scalar")
  default Tensor bitwiseLeftShift_(long other) {
    return Elementwise.bitwiseLeftShift_((Tensor) this, other);
  }

  /** Bits moved up; in place. As {@code torch.Tensor.bitwise_left_shift_}. */
  @Aten("bitwise_left_shift_.Tensor_Scalar")
  default Tensor bitwiseLeftShift_(double other) {
    return Elementwise.bitwiseLeftShift_((Tensor) this, other);
  }

  /** Bits moved down. As {@code torch.bitwise_right_shift}. */
  @Aten("bitwise_right_shift.Tensor")
  default Tensor bitwiseRightShift(Tensor other) {
    return Elementwise.bitwiseRightShift((Tensor) this, other);
  }

  /** Bits moved down; in place. As {@code torch.Tensor.bitwise_right_shift_}. */
  @Aten("bitwise_right_shift_.Tensor")
  default Tensor bitwiseRightShift_(Tensor other) {
    return Elementwise.bitwiseRightShift_((Tensor) this, other);
  }

  /** Bits moved down. As {@code torch.bitwise_right_shift}. */
  @Aten("bitwise_right_shift.Tensor_Scalar")
  default Tensor bitwiseRightShift(long other) {
    return Elementwise.bitwiseRightShift((Tensor) this, other);
  }

  /** Bits moved down. As {@code torch.bitwise_right_shift}. */
  @Aten("bitwise_right_shift.Tensor_Scalar")
  default Tensor bitwiseRightShift(double other) {
    return Elementwise.bitwiseRightShift((Tensor) this, other);
  }

  /** Bits moved down; in place. As {@code torch.Tensor.bitwise_right_shift_}. */
  @Aten("bitwise_right_shift_.Tensor_Scalar")
  default Tensor bitwiseRightShift_(long other) {
    return Elementwise.bitwiseRightShift_((Tensor) this, other);
  }

  /** Bits moved down; in place. As {@code torch.Tensor.bitwise_right_shift_}. */
  @Aten("bitwise_right_shift_.Tensor_Scalar")
  default Tensor bitwiseRightShift_(double other) {
    return Elementwise.bitwiseRightShift_((Tensor) this, other);
  }
}
