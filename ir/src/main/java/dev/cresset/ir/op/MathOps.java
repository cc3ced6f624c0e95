package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;

/** Functions of one number. */
final class MathOps {

  /** All of them. */
  static final List<Op> ALL =
      List.of(
          real("aten::exp(Tensor self) -> Tensor", x -> x.exp()),
          real("aten::log(Tensor self) -> Tensor", x -> x.log()),
          real("aten::tanh(Tensor self) -> Tensor", x -> x.tanh()),
          real("aten::sigmoid(Tensor self) -> Tensor", x -> x.sigmoid()));

  private MathOps() {}

  /** A function whose results are reals, also those of whole numbers. */
  private static Op real(String schema, Body.Of1 body) {
    return op(schema).each(body).dtypes(Dtypes.PROMOTE_TO_FLOAT).withInPlace();
  }
}
