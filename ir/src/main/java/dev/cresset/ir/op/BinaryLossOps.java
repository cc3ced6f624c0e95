package dev.cresset.ir.op;

import static dev.cresset.ir.op.LossOps.reduced;
import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.scalar.Scalar;
import java.util.List;

/** How far probabilities of yes lie from what they should be. */
public final class BinaryLossOps {

  /** Cross entropy of probabilities with those that should be; logarithms are cut at −100. */
  public static final Op BINARY_CROSS_ENTROPY =
      op("aten::binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None,"
              + " int reduction=1) -> Tensor")
          .composed(
              x -> {
                Term each =
                    call("cresset::binary_cross_entropy_each", x.in("self"), x.in("target"));
                Term weight = call("cresset::tensor_or", x.in("weight"), x.in("self"), 1.0);
                return reduced(x, call("aten::mul.Tensor", each, weight));
              });

  /** {@link #BINARY_CROSS_ENTROPY} of each element; the gradient's divisor is 1e−12 or more. */
  static final Op BINARY_CROSS_ENTROPY_EACH =
      op("cresset::binary_cross_entropy_each(Tensor self, Tensor target) -> Tensor")
          .each(BinaryLossOps::binary)
          .derivative("self", (in, y, dy) -> binarySlope(in[0], in[1], dy))
          .derivative(
              "target", (in, y, dy) -> dy.mul(logarithm(inverse(in[0])).sub(logarithm(in[0]))));

  /** Cross entropy of {@code sigmoid(x)} with probabilities {@code t}, without overflow. */
  public static final Op BINARY_CROSS_ENTROPY_WITH_LOGITS =
      op("aten::binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None,"
              + " Tensor? pos_weight=None, int reduction=1) -> Tensor")
          .composed(BinaryLossOps::withLogits);

  static final List<Op> ALL =
      List.of(BINARY_CROSS_ENTROPY, BINARY_CROSS_ENTROPY_EACH, BINARY_CROSS_ENTROPY_WITH_LOGITS);

  private BinaryLossOps() {}

  private static Term withLogits(ArgumentScope x) {
    Term t = x.in("target");
    Term positive = call("cresset::tensor_or", x.in("pos_weight"), x.in("self"), 1.0);
    Term above = call("aten::mul.Tensor", call("aten::sub.Scalar", positive, 1), t);
    Term slope = call("aten::mul.Tensor", call("aten::rsub.Scalar", t, 1), x.in("self"));
    Term log = call("aten::log_sigmoid", x.in("self"));
    Term losses =
        call(
            "aten::sub.Tensor",
            slope,
            call("aten::mul.Tensor", call("aten::add.Scalar", above, 1), log));
    Term weight = call("cresset::tensor_or", x.in("weight"), x.in("self"), 1.0);
    return reduced(x, call("aten::mul.Tensor", losses, weight));
  }

  private static Scalar binary(Scalar x, Scalar t) {
    return inverse(t).mul(logarithm(inverse(x))).neg().sub(t.mul(logarithm(x)));
  }

  private static Scalar binarySlope(Scalar x, Scalar t, Scalar dy) {
    return dy.mul(x.sub(t)).div(x.mul(inverse(x)).max(1e-12));
  }

  private static Scalar inverse(Scalar x) {
    return Scalar.constant(1).sub(x);
  }

  private static Scalar logarithm(Scalar x) {
    return x.log().max(-100);
  }
}
