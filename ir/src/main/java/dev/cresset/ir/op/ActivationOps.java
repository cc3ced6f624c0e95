package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.scalar.Scalar;
import java.util.List;

/** The activations of {@code torch.nn.functional}; at their kinks the gradients are PyTorch's. */
final class ActivationOps {
  private static final Scalar ONE = Scalar.constant(1);
  private static final double SELU_ALPHA = 1.6732632423543772848170429916717;
  private static final double SELU_SCALE = 1.0507009873554804934193349852946;
  private static final double SQRT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

  private static final List<Op> RECTIFIED =
      List.of(
          op("aten::relu(Tensor self) -> Tensor")
              .each(x -> x.max(0))
              .derivative("self", (in, y, dy) -> dy.gate(y))
              .withInPlace(),
          op("aten::relu6(Tensor self) -> Tensor")
              .each(x -> x.max(0).min(6))
              .derivative((x, y) -> x.greaterThan(0).and(x.lessThan(6)))
              .withInPlace(),
          op("aten::leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor")
              .each((x, slope) -> x.greaterThan(0).select(x, x.mul(slope)))
              .realsOnly()
              .withInPlace(),
          op("aten::threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor")
              .each((x, threshold, value) -> x.atMost(threshold).select(value, x))
              .withInPlace(),
          op("aten::hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor")
              .each((x, min, max) -> x.max(min).min(max))
              .derivative(
                  "self", (in, y, dy) -> in[0].atMost(in[1]).or(in[0].atLeast(in[2])).select(0, dy))
              .withInPlace(),
          op("aten::hardsigmoid(Tensor self) -> Tensor")
              .each(x -> x.add(3).max(0).min(6).div(6))
              .derivative(
                  "self",
                  (in, y, dy) -> in[0].greaterThan(-3).and(in[0].lessThan(3)).select(dy.div(6), 0))
              .realsOnly()
              .withInPlace(),
          op("aten::hardswish(Tensor self) -> Tensor")
              .each(x -> x.mul(x.add(3).max(0).min(6)).div(6))
              .derivative(
                  "self",
                  (in, y, dy) ->
                      in[0]
                          .lessThan(-3)
                          .select(0, in[0].atMost(3).select(dy.mul(in[0].div(3).add(0.5)), dy)))
              .realsOnly()
              .withInPlace(),
          op("aten::hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor")
              .each((x, lambd) -> shrinks(x, lambd).select(0, x))
              .realsOnly(),
          op("aten::softshrink(Tensor self, Scalar lambd=0.5) -> Tensor")
              .each(
                  (x, lambd) ->
                      x.greaterThan(lambd)
                          .select(x.sub(lambd), x.lessThan(lambd.neg()).select(x.add(lambd), 0)))
              .derivative("self", (in, y, dy) -> shrinks(in[0], in[1]).select(0, dy))
              .realsOnly());

  private static final List<Op> EXPONENTIAL =
      List.of(
          op("aten::elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1)"
                  + " -> Tensor")
              .each(
                  (x, alpha, scale, inputScale) ->
                      x.atMost(0)
                          .select(x.mul(inputScale).expm1().mul(alpha.mul(scale)), x.mul(scale)))
              .derivative(
                  "self",
                  (in, y, dy) -> {
                    Scalar slope = in[3].mul(in[1]).mul(in[2]);
                    Scalar below = dy.mul(slope).mul(in[0].mul(in[3]).exp());
                    return in[0].atMost(0).select(below, dy.mul(in[2]));
                  })
              .withInPlace(),
          op("aten::selu(Tensor self) -> Tensor")
              .each(
                  x ->
                      x.atMost(0).select(x.expm1().mul(SELU_ALPHA * SELU_SCALE), x.mul(SELU_SCALE)))
              .derivative(
                  "self",
                  (in, y, dy) ->
                      in[0]
                          .atMost(0)
                          .select(
                              dy.mul(SELU_ALPHA * SELU_SCALE).mul(in[0].exp()), dy.mul(SELU_SCALE)))
              .withInPlace(),
          op("aten::celu(Tensor self, Scalar alpha=1.0) -> Tensor")
              .each((x, alpha) -> x.atMost(0).select(x.div(alpha).expm1().mul(alpha), x))
              .derivative(
                  "self", (in, y, dy) -> in[0].atMost(0).select(dy.mul(in[0].div(in[1]).exp()), dy))
              .withInPlace(),
          op("aten::silu(Tensor self) -> Tensor")
              .each(x -> x.mul(x.sigmoid()))
              .derivative(
                  "self",
                  (in, y, dy) -> {
                    Scalar s = in[0].sigmoid();
                    return dy.mul(s).mul(in[0].mul(ONE.sub(s)).add(1));
                  })
              .withInPlace(),
          op("aten::mish(Tensor self) -> Tensor")
              .each(x -> x.mul(x.exp().log1p().tanh()))
              .derivative(
                  "self",
                  (in, y, dy) -> {
                    Scalar t = in[0].exp().log1p().tanh();
                    return dy.mul(t.add(in[0].mul(in[0].sigmoid()).mul(ONE.sub(t.mul(t)))));
                  })
              .withInPlace(),
          op("aten::softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor")
              .each(
                  (x, beta, threshold) -> {
                    Scalar z = x.mul(beta);
                    return z.greaterThan(threshold).select(x, z.exp().log1p().div(beta));
                  })
              .derivative(
                  "self",
                  (in, y, dy) -> {
                    Scalar z = in[0].mul(in[1]);
                    return z.greaterThan(in[2]).select(dy, dy.mul(z.sigmoid()));
                  }),
          op("aten::log_sigmoid(Tensor self) -> Tensor")
              .each(x -> x.min(0).sub(x.abs().neg().exp().log1p()))
              .derivative((x, y) -> x.neg().sigmoid()),
          op("cresset::softsign(Tensor self) -> Tensor")
              .each(x -> x.div(x.abs().add(1)))
              .derivative("self", (in, y, dy) -> dy.div(in[0].abs().add(1).square()))
              .realsOnly(),
          op("cresset::tanhshrink(Tensor self) -> Tensor")
              .each(x -> x.sub(x.tanh()))
              .derivative((x, y) -> x.tanh().square()));

  private static final List<Op> GELU =
      List.of(
          op("aten::gelu(Tensor self, *, str approximate=\"none\") -> Tensor")
              .composed(ActivationOps::gelu)
              .withInPlace(),
          op("cresset::gelu_erf(Tensor self) -> Tensor")
              .each(x -> x.mul(normal(x)))
              .derivative(
                  "self",
                  (in, y, dy) -> {
                    Scalar x = in[0];
                    Scalar density = x.square().mul(-0.5).exp().mul(1 / Math.sqrt(2 * Math.PI));
                    return dy.mul(normal(x).add(x.mul(density)));
                  }),
          op("cresset::gelu_tanh(Tensor self) -> Tensor")
              .each(x -> x.mul(0.5).mul(inner(x).tanh().add(1)))
              .derivative(
                  "self",
                  (in, y, dy) -> {
                    Scalar x = in[0];
                    Scalar t = inner(x).tanh();
                    Scalar slope = x.square().mul(3 * 0.044715).add(1).mul(SQRT_TWO_OVER_PI);
                    Scalar right = x.mul(0.5).mul(ONE.sub(t.square())).mul(slope);
                    return dy.mul(t.add(1).mul(0.5).add(right));
                  }));

  private static final List<Op> GATED =
      List.of(
          op("aten::prelu(Tensor self, Tensor weight) -> Tensor")
              .composed(
                  x ->
                      Term.choice(
                          call("aten::eq.int", x.numel("weight"), 1),
                          call("cresset::prelu_kernel", x.in("self"), x.in("weight")),
                          call(
                              "cresset::prelu_kernel",
                              x.in("self"),
                              call(
                                  "cresset::expand_channels",
                                  x.in("weight"),
                                  x.in("self"),
                                  1,
                                  0.0)))),
          op("cresset::prelu_kernel(Tensor self, Tensor weight) -> Tensor")
              .each((x, weight) -> x.greaterThan(0).select(x, weight.mul(x))),
          op("aten::glu(Tensor self, int dim=-1) -> Tensor")
              .composed(
                  x -> {
                    Term size = x.size("self", x.in("dim"));
                    Term half = call("aten::floordiv.int", size, 2);
                    return call(
                        "aten::mul.Tensor",
                        call("aten::narrow", x.in("self"), x.in("dim"), 0, half),
                        call(
                            "aten::sigmoid",
                            call("aten::narrow", x.in("self"), x.in("dim"), half, half)));
                  }));

  /** All of them. */
  static final List<Op> ALL =
      List.of(RECTIFIED, EXPONENTIAL, GELU, GATED).stream().flatMap(List::stream).toList();

  private ActivationOps() {}

  private static Scalar shrinks(Scalar x, Scalar lambd) {
    return x.atLeast(lambd.neg()).and(x.atMost(lambd));
  }

  /** How likely a normal number is below x. */
  private static Scalar normal(Scalar x) {
    return x.mul(Math.sqrt(0.5)).erf().add(1).mul(0.5);
  }

  private static Scalar inner(Scalar x) {
    return x.mul(x).mul(x).mul(0.044715).add(x).mul(SQRT_TWO_OVER_PI);
  }

  private static Term gelu(ArgumentScope x) {
    Term approximate = x.in("approximate");
    return Term.choice(
        call("aten::eq.str", approximate, "none"),
        call("cresset::gelu_erf", x.in("self")),
        Term.choice(
            call("aten::eq.str", approximate, "tanh"),
            call("cresset::gelu_tanh", x.in("self")),
            call(
                "cresset::refused",
                "approximate argument must be either none or tanh, but is '%s'",
                approximate)));
  }
}
