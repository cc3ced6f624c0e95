package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import org.jspecify.annotations.Nullable;

/**
 * A tensor's divisions and their remainders, element by element; sizes broadcast and dtypes promote
 * as in PyTorch.
 */
public interface DivisionMethods {

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

  /** The quotient, real of whole numbers, too. As {@code torch.true_divide}. */
  @Aten("true_divide.Tensor")
  default Tensor trueDivide(Tensor other) {
    return Elementwise.trueDivide((Tensor) this, other);
  }

  /** The quotient, real of whole numbers, too. As {@code torch.true_divide}. */
  @Aten("true_divide.Scalar")
  default Tensor trueDivide(long other) {
    return Elementwise.trueDivide((Tensor) this, other);
  }

  /** The quotient, real of whole numbers, too. As {@code torch.true_divide}. */
  @Aten("true_divide.Scalar")
  default Tensor trueDivide(double other) {
    return Elementwise.trueDivide((Tensor) this, other);
  }

  /** The quotient, rounded down. As {@code torch.floor_divide}. */
  @Aten("floor_divide")
  default Tensor floorDivide(Tensor other) {
    return Elementwise.floorDivide((Tensor) this, other);
  }

  /** The quotient, rounded down; in place. As {@code torch.Tensor.floor_divide_}. */
  @Aten("floor_divide_.Tensor")
  default Tensor floorDivide_(Tensor other) {
    return Elementwise.floorDivide_((Tensor) this, other);
  }

  /** The quotient by a number, rounded down. As {@code torch.floor_divide}. */
  @Aten("floor_divide.Scalar")
  default Tensor floorDivide(long other) {
    return Elementwise.floorDivide((Tensor) this, other);
  }

  /** The quotient by a number, rounded down. As {@code torch.floor_divide}. */
  @Aten("floor_divide.Scalar")
  default Tensor floorDivide(double other) {
    return Elementwise.floorDivide((Tensor) this, other);
  }

  /** The quotient by a number, rounded down; in place. As {@code torch.Tensor.floor_divide_}. */
  @Aten("floor_divide_.Scalar")
  default Tensor floorDivide_(long other) {
    return Elementwise.floorDivide_((Tensor) this, other);
  }

  /** The quotient by a number, rounded down; in place. As {@code torch.Tensor.floor_divide_}. */
  @Aten("floor_divide_.Scalar")
  default Tensor floorDivide_(double other) {
    return Elementwise.floorDivide_((Tensor) this, other);
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
}
