package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;

/** Bits, and logic on truths. */
public abstract class BitFunctions extends BoundFunctions {

  /** Holds functions alone. */
  protected BitFunctions() {}

  /** Bits that are set in both. As {@code torch.bitwise_and}. */
  @Aten("bitwise_and.Tensor")
  public static Tensor bitwiseAnd(Tensor self, Tensor other) {
    return Elementwise.bitwiseAnd(self, other);
  }

  /** Bits that are set in either. As {@code torch.bitwise_or}. */
  @Aten("bitwise_or.Tensor")
  public static Tensor bitwiseOr(Tensor self, Tensor other) {
    return Elementwise.bitwiseOr(self, other);
  }

  /** Bits that are set in one of two. As {@code torch.bitwise_xor}. */
  @Aten("bitwise_xor.Tensor")
  public static Tensor bitwiseXor(Tensor self, Tensor other) {
    return Elementwise.bitwiseXor(self, other);
  }

  /** Each bit the other way. As {@code torch.bitwise_not}. */
  @Aten("bitwise_not")
  public static Tensor bitwiseNot(Tensor self) {
    return Elementwise.bitwiseNot(self);
  }

  /** Bits moved up. As {@code torch.bitwise_left_shift}. */
  @Aten("bitwise_left_shift.Tensor")
  public static Tensor bitwiseLeftShift(Tensor self, Tensor other) {
    return Elementwise.bitwiseLeftShift(self, other);
  }

  /** Bits moved down. As {@code torch.bitwise_right_shift}. */
  @Aten("bitwise_right_shift.Tensor")
  public static Tensor bitwiseRightShift(Tensor self, Tensor other) {
    return Elementwise.bitwiseRightShift(self, other);
  }
}
