package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;

/** What the gradients and the forwards of elementwise ops need besides. */
final class ElementwiseOps {
  /** All of them. */
  static final List<Op> ALL =
      List.of(
          op("cresset::refused(str message, str value) -> Tensor"),
          op("cresset::largest_finite(int dtype) -> float"));

  private ElementwiseOps() {}
}
