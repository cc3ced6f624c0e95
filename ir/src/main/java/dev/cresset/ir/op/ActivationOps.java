package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;

/** The activations of {@code torch.nn.functional}. */
final class ActivationOps {

  /** All of them. */
  static final List<Op> ALL =
      List.of(
          op("aten::relu(Tensor self) -> Tensor")
              .each(x -> x.max(0))
              .derivative((x, y) -> y.greaterThan(0))
              .withInPlace());

  private ActivationOps() {}
}
