package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.scalar.Scalar;
import java.util.List;

/** Sums, products, quotients, remainders and powers of tensors and numbers. */
final class ArithmeticOps {
  private static final String ROUNDED = ", *, str? rounding_mode) -> Tensor";

  private static final List<Op> SUMS =
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
              .dtypes(Dtypes.PROMOTE_NUMBERS)
              .withInPlace(),
          op("aten::sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> self.sub(other.mul(alpha)))
              .dtypes(Dtypes.PROMOTE_NUMBERS)
              .promoting("other")
              .withInPlace(),
          op("aten::rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> other.sub(self.mul(alpha)))
              .dtypes(Dtypes.PROMOTE_NUMBERS),
          op("aten::rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor")
              .each((self, other, alpha) -> other.sub(self.mul(alpha)))
              .dtypes(Dtypes.PROMOTE_NUMBERS)
              .promoting("other"),
          op("aten::neg(Tensor self) -> Tensor")
              .each(x -> x.neg())
              .dtypes(Dtypes.PROMOTE_NUMBERS)
              .withInPlace());

  private static final List<Op> PRODUCTS =
      List.of(
          op("aten::mul.Tensor(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.mul(other))
              .withInPlace(),
          op("aten::mul.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.mul(other))
              .promoting("other")
              .withInPlace(),
          op("aten::addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1)"
                  + " -> Tensor")
              .each((self, a, b, value) -> self.add(a.mul(b).mul(value)))
              .withInPlace(),
          op("aten::addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1)"
                  + " -> Tensor")
              .each((self, a, b, value) -> self.add(a.div(b).mul(value)))
              .realsOnly()
              .withInPlace(),
          lerp("aten::lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor"),
          lerp("aten::lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor")
              .derivative("weight", (in, y, dy) -> dy.mul(in[1].sub(in[0]))));

  private static final List<Op> QUOTIENTS =
      List.of(
          op("aten::div.Tensor(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.div(other))
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .withInPlace(),
          op("aten::div.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.div(other))
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .promoting("other")
              .withInPlace(),
          op("aten::div.Tensor_mode(Tensor self, Tensor other" + ROUNDED)
              .composed(x -> rounded(x, "Tensor", "aten::floor_divide"))
              .withInPlace(),
          op("aten::div.Scalar_mode(Tensor self, Scalar other" + ROUNDED)
              .composed(x -> rounded(x, "Scalar", "aten::floor_divide.Scalar"))
              .withInPlace(),
          same("aten::true_divide.Tensor(Tensor self, Tensor other)", "aten::div.Tensor"),
          same("aten::true_divide.Scalar(Tensor self, Scalar other)", "aten::div.Scalar"),
          op("cresset::trunc_divide.Tensor(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.div(other).trunc()),
          op("cresset::trunc_divide.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.div(other).trunc())
              .promoting("other"),
          op("aten::floor_divide(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.floorDivide(other))
              .withInPlace(
                  "aten::floor_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)"),
          op("aten::floor_divide.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.floorDivide(other))
              .promoting("other")
              .withInPlace(),
          op("aten::reciprocal(Tensor self) -> Tensor")
              .each(x -> x.reciprocal())
              .dtypes(Dtypes.PROMOTE_TO_FLOAT)
              .derivative((x, y) -> y.square().neg())
              .withInPlace());

  private static final List<Op> REMAINDERS =
      List.of(
          op("aten::fmod.Tensor(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.fmod(other))
              .withInPlace(),
          op("aten::fmod.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.fmod(other))
              .promoting("other")
              .withInPlace(),
          op("aten::remainder.Tensor(Tensor self, Tensor other) -> Tensor")
              .each((self, other) -> self.remainder(other))
              .withInPlace(),
          op("aten::remainder.Scalar(Tensor self, Scalar other) -> Tensor")
              .each((self, other) -> self.remainder(other))
              .promoting("other")
              .withInPlace(),
          op("aten::remainder.Scalar_Tensor(Scalar self, Tensor other) -> Tensor")
              .each((self, other) -> self.remainder(other))
              .derivative("other", (in, y, dy) -> dy.neg().mul(in[1].sub(y).div(in[0])))
              .promoting("self"));

  private static final List<Op> POWERS =
      List.of(
          op("aten::pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor")
              .each((self, exponent) -> self.pow(exponent))
              .withInPlace("aten::pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)"),
          op("aten::pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor")
              .each((self, exponent) -> self.pow(exponent))
              .promoting("exponent")
              .withInPlace("aten::pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)"),
          op("aten::pow.Scalar(Scalar self, Tensor exponent) -> Tensor")
              .each((self, exponent) -> self.pow(exponent))
              .promoting("self"),
          op("aten::square(Tensor self) -> Tensor")
              .each(x -> x.square())
              .derivative((x, y) -> x.mul(2))
              .withInPlace());

  /** All of them. */
  static final List<Op> ALL =
      List.of(SUMS, PRODUCTS, QUOTIENTS, REMAINDERS, POWERS).stream()
          .flatMap(List::stream)
          .toList();

  private ArithmeticOps() {}

  /** From the nearer end, so that both ends are met exactly. */
  private static Op lerp(String schema) {
    return op(schema)
        .each(
            (self, end, weight) -> {
              Scalar way = end.sub(self);
              return weight
                  .abs()
                  .lessThan(0.5)
                  .select(
                      self.add(weight.mul(way)), end.sub(way.mul(Scalar.constant(1).sub(weight))));
            })
        .derivative("self", (in, y, dy) -> dy.mul(Scalar.constant(1).sub(in[2])))
        .derivative("end", (in, y, dy) -> dy.mul(in[2]))
        .realsOnly()
        .withInPlace();
  }

  /** Another name of the same. */
  private static Op same(String head, String of) {
    return op(head + " -> Tensor").composed(x -> call(of, x.in("self"), x.in("other")));
  }

  private static Term rounded(ArgumentScope x, String other, String floor) {
    Term mode = x.in("rounding_mode");
    Term text = Term.present(mode);
    Term self = x.in("self");
    Term by = x.in("other");
    return Term.choice(
        call("aten::__is__", mode, null),
        call("aten::div." + other, self, by),
        Term.choice(
            call("aten::eq.str", text, "trunc"),
            call("cresset::trunc_divide." + other, self, by),
            Term.choice(
                call("aten::eq.str", text, "floor"),
                call(floor, self, by),
                call(
                    "cresset::refused",
                    "div expected rounding_mode to be one of None, 'trunc', or 'floor'"
                        + " but found '%s'",
                    text))));
  }
}
