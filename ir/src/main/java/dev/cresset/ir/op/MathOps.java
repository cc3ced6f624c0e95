package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.scalar.Scalar;
import java.util.List;

/** Functions of one number, and a few of two. */
final class MathOps {
  private static final Scalar ONE = Scalar.constant(1);

  private static final List<Op> REAL =
      List.of(
          real("exp", x -> x.exp()),
          real("exp2", x -> Scalar.constant(2).pow(x)).derivative((x, y) -> y.mul(Math.log(2))),
          real("expm1", x -> x.expm1()),
          real("log", x -> x.log()),
          real("log2", x -> x.log2()),
          real("log10", x -> x.log10()),
          real("log1p", x -> x.log1p()),
          real("sqrt", x -> x.sqrt()),
          real("rsqrt", x -> x.sqrt().reciprocal()).derivative((x, y) -> y.mul(y).mul(y).mul(-0.5)),
          real("sin", x -> x.sin()),
          real("cos", x -> x.cos()),
          real("tan", x -> x.tan()),
          real("asin", x -> x.asin()),
          real("acos", x -> x.acos()),
          real("atan", x -> x.atan()),
          real("sinh", x -> x.sinh()),
          real("cosh", x -> x.cosh()),
          real("tanh", x -> x.tanh()),
          real("asinh", MathOps::asinh).derivative((x, y) -> x.square().add(1).sqrt().reciprocal()),
          real("acosh", x -> x.sub(1).add(x.square().sub(1).sqrt()).log1p())
              .derivative((x, y) -> x.square().sub(1).sqrt().reciprocal()),
          real("atanh", x -> x.mul(2).div(ONE.sub(x)).log1p().mul(0.5))
              .derivative((x, y) -> ONE.sub(x.square()).reciprocal()),
          real("sigmoid", x -> x.sigmoid()),
          real("erf", x -> x.erf()),
          real("erfc", x -> x.erfc()));

  private static final List<Op> STEPS =
      List.of(
          plain("abs", x -> x.abs()),
          plain("sign", x -> x.sign()),
          plain("floor", x -> x.floor()),
          plain("ceil", x -> x.ceil()),
          plain("trunc", x -> x.trunc()),
          plain("frac", x -> x.sub(x.trunc())).derivative("self", (in, y, dy) -> dy),
          plain("round", x -> x.round()),
          op("aten::round.decimals(Tensor self, *, int decimals) -> Tensor")
              .each(
                  (x, decimals) -> {
                    Scalar ten = Scalar.constant(10).pow(decimals);
                    return x.mul(ten).round().div(ten);
                  })
              .realsOnly()
              .withInPlace());

  private static final List<Op> OF_TWO =
      List.of(
          op("aten::atan2(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.atan2(other))
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .withInPlace(),
          op("aten::hypot(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.hypot(other))
              .withInPlace(),
          xlogy("Tensor", "Tensor self, Tensor other").withInPlace(),
          xlogy("Scalar_Self", "Scalar self, Tensor other").promoting("self"),
          xlogy("Scalar_Other", "Tensor self, Scalar other").promoting("other"));

  private static final List<Op> LOGIT =
      List.of(
          op("aten::logit(Tensor self, float? eps=None) -> Tensor")
              .composed(
                  x ->
                      Term.choice(
                          call("aten::__is__", x.in("eps"), null),
                          call("cresset::log_odds", x.in("self")),
                          call("cresset::log_odds.eps", x.in("self"), Term.present(x.in("eps")))))
              .withInPlace(),
          op("cresset::log_odds(Tensor self) -> Tensor")
              .each(x -> x.div(ONE.sub(x)).log())
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .derivative((x, y) -> x.mul(ONE.sub(x)).reciprocal()),
          op("cresset::log_odds.eps(Tensor self, float eps) -> Tensor")
              .each(
                  (x, eps) -> {
                    Scalar z = x.max(eps).min(ONE.sub(eps));
                    return z.div(ONE.sub(z)).log();
                  })
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .derivative(
                  "self",
                  (in, y, dy) -> {
                    Scalar x = in[0];
                    Scalar outside = x.lessThan(in[1]).or(x.greaterThan(ONE.sub(in[1])));
                    return outside.select(0, dy.div(x.mul(ONE.sub(x))));
                  }));

  /** All of them. */
  static final List<Op> ALL =
      List.of(REAL, STEPS, OF_TWO, LOGIT).stream().flatMap(List::stream).toList();

  private MathOps() {}

  /** A function whose results are reals, also those of whole numbers. */
  private static Op real(String name, Body.Of1 body) {
    return plain(name, body).dtypes(Dtypes.PROMOTE_TO_FLOAT);
  }

  private static Op plain(String name, Body.Of1 body) {
    return op("aten::" + name + "(Tensor self) -> Tensor").each(body).withInPlace();
  }

  /** {@code ±ln(|x| + √(x² + 1))}, without its loss of digits near 0. */
  private static Scalar asinh(Scalar x) {
    Scalar square = x.square();
    Scalar more = square.div(square.add(1).sqrt().add(1));
    return x.sign().mul(x.abs().add(more).log1p());
  }

  /** {@code x ln y}, and 0 where x is, whatever y. */
  private static Op xlogy(String overload, String arguments) {
    Op op =
        op("aten::xlogy." + overload + "(" + arguments + ") -> Tensor")
            .each(MathOps::xlogy)
            .dtypes(Dtypes.PROMOTE_TO_FLOAT);
    if (arguments.contains("Tensor self")) {
      op =
          op.derivative(
              "self",
              (in, y, dy) -> in[0].equalTo(0).and(in[1].atMost(0)).select(0, xlogy(dy, in[1])));
    }
    if (arguments.contains("Tensor other")) {
      boolean both = arguments.contains("Tensor self");
      op =
          op.derivative(
              "other", (in, y, dy) -> both ? dy.mul(in[0]).div(in[1]) : dy.mul(in[1]).div(in[0]));
    }
    return op;
  }

  private static Scalar xlogy(Scalar x, Scalar y) {
    return y.isNan().select(y, x.equalTo(0).select(0, x.mul(y.log())));
  }
}
