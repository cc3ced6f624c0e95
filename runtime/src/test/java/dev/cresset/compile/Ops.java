package dev.cresset.compile;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Matrix;

/** A few ops as users call them. */
final class Ops {

  private Ops() {}

  @Aten("add.Tensor")
  static Tensor add(Tensor self, Tensor other) {
    return Elementwise.add(self, other, 1L);
  }

  @Aten("mul.Tensor")
  static Tensor mul(Tensor self, Tensor other) {
    return Elementwise.mul(self, other);
  }

  @Aten("mul.Scalar")
  static Tensor mul(Tensor self, double other) {
    return Elementwise.mul(self, (Number) other);
  }

  @Aten("sigmoid")
  static Tensor sigmoid(Tensor self) {
    return Elementwise.sigmoid(self);
  }

  @Aten("relu")
  static Tensor relu(Tensor self) {
    return Elementwise.relu(self);
  }

  @Aten("gt.Scalar")
  static Tensor gt(Tensor self, double other) {
    return Elementwise.gt(self, (Number) other);
  }

  @Aten("where.self")
  static Tensor where(Tensor condition, Tensor self, Tensor other) {
    return Elementwise.where(condition, self, other);
  }

  @Aten("mm")
  static Tensor mm(Tensor self, Tensor mat2) {
    return Matrix.mm(self, mat2);
  }
}
