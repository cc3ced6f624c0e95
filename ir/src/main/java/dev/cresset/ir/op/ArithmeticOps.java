package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;

/** Arithmetic of two tensors, or of a tensor and a number. */
final class ArithmeticOps {

  /** All of them. */
  static final List<Op> ALL =
      List.of(
          op("aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> self.add(other.mul(alpha)))
              .withInPlace(),
          op("aten::add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> self.add(other.mul(alpha)))
              .promoting("other")
              .withInPlace(),
          op("aten::sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> self.sub(other.mul(alpha)))
              .withInPlace(),
          op("aten::sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> self.sub(other.mul(alpha)))
              .promoting("other")
              .withInPlace(),
          op("aten::rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> other.sub(self.mul(alpha))),
          op("aten::rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> other.sub(self.mul(alpha)))
              .promoting("other"),
          op("aten::mul.Tensor(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.mul(other))
              .withInPlace(),
          op("aten::mul.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.mul(other))
              .promoting("other")
              .withInPlace(),
          op("aten::div.Tensor(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.div(other))
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .withInPlace(),
          op("aten::div.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.div(other))
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .promoting("other")
              .withInPlace(),
          op("aten::neg(Tensor self) -> Tensor").each(x -> x.neg()).withInPlace());

  private ArithmeticOps() {}
}
