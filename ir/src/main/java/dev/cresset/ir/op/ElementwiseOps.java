package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;
import java.util.stream.Stream;

/**
 * Ops on each element by itself. From the scalar body come fusion, Java, CUDA and the reference.
 */
final class ElementwiseOps {
  /** What rules of these need besides. */
  private static final List<Op> HELPERS =
      List.of(
          op("cresset::refused(str message, str value) -> Tensor"),
          op("cresset::largest_finite(int dtype) -> float"));

  /** All of them. */
  static final List<Op> ALL =
      Stream.of(
              ArithmeticOps.ALL,
              MathOps.ALL,
              ComparisonOps.ALL,
              BoundOps.ALL,
              ActivationOps.ALL,
              HELPERS)
          .flatMap(List::stream)
          .toList();

  private ElementwiseOps() {}
}
