package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.scalar.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Comparisons, logic, bits, and choices by truths. */
final class ComparisonOps {
  private static final List<Op> QUESTIONS =
      List.of(
          truth("aten::isnan(Tensor self)", x -> x.isNan()),
          truth("aten::isfinite(Tensor self)", ComparisonOps::isFinite),
          truth("aten::isinf(Tensor self)", ComparisonOps::isInfinite),
          truth("aten::isposinf(Tensor self)", x -> isInfinite(x).and(x.greaterThan(0))),
          truth("aten::isneginf(Tensor self)", x -> isInfinite(x).and(x.lessThan(0))),
          op("aten::isclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08,"
                  + " bool equal_nan=False) -> Tensor")
              .composed(
                  x ->
                      call(
                          "cresset::is_close",
                          x.in("self"),
                          x.in("other"),
                          x.in("rtol"),
                          x.in("atol"),
                          x.in("equal_nan"))),
          op("aten::allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08,"
                  + " bool equal_nan=False) -> bool")
              .composed(
                  x ->
                      call(
                          "aten::Bool.Tensor",
                          call(
                              "aten::all",
                              call(
                                  "aten::isclose",
                                  x.in("self"),
                                  x.in("other"),
                                  x.in("rtol"),
                                  x.in("atol"),
                                  x.in("equal_nan"))))),
          op("cresset::is_close(Tensor self, Tensor other, float rtol, float atol,"
                  + " bool equal_nan) -> Tensor")
              .each(ComparisonOps::isClose)
              .dtypes(Dtypes.GIVE_BOOL));

  private static final List<Op> LOGIC =
      List.of(
          truth("aten::logical_and(Tensor self, Tensor other)", (a, b) -> a.and(b)),
          truth("aten::logical_or(Tensor self, Tensor other)", (a, b) -> a.or(b)),
          truth(
              "aten::logical_xor(Tensor self, Tensor other)",
              (a, b) -> a.notEqualTo(0).notEqualTo(b.notEqualTo(0))),
          truth("aten::logical_not(Tensor self)", x -> x.not()));

  private static final List<Op> WHERE =
      List.of(
          op("aten::where.self(Tensor condition, Tensor self, Tensor other) -> Tensor")
              .each((condition, self, other) -> condition.select(self, other))
              .withoutDerivative("condition"),
          op("aten::where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor")
              .each((condition, self, other) -> condition.select(self, other))
              .promoting("self")
              .withoutDerivative("condition"),
          op("aten::where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor")
              .each((condition, self, other) -> condition.select(self, other))
              .promoting("other")
              .withoutDerivative("condition"),
          op("aten::where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor")
              .each((condition, self, other) -> condition.select(self, other))
              .promoting("other")
              .withoutDerivative("condition"),
          op("aten::masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor")
              .each((self, mask, value) -> mask.select(value, self))
              .dtypes(Dtypes.KEEP_FIRST)
              .withoutDerivative("mask")
              .withInPlace(),
          op("aten::masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor")
              .each((self, mask, value) -> mask.select(value, self))
              .dtypes(Dtypes.KEEP_FIRST)
              .withoutDerivative("mask")
              .withInPlace());

  /** All of them. */
  static final List<Op> ALL = all();

  private ComparisonOps() {}

  private static List<Op> all() {
    List<Op> ops = new ArrayList<>();
    compare(ops, "eq", (a, b) -> a.equalTo(b));
    compare(ops, "ne", (a, b) -> a.notEqualTo(b));
    compare(ops, "lt", (a, b) -> a.lessThan(b));
    compare(ops, "le", (a, b) -> a.atMost(b));
    compare(ops, "gt", (a, b) -> a.greaterThan(b));
    compare(ops, "ge", (a, b) -> a.atLeast(b));
    ops.addAll(QUESTIONS);
    ops.addAll(LOGIC);
    ops.addAll(WHERE);
    bits(ops, "bitwise_and", "__and__", (a, b) -> a.bitAnd(b));
    bits(ops, "bitwise_or", "__or__", (a, b) -> a.bitOr(b));
    bits(ops, "bitwise_xor", "__xor__", (a, b) -> a.bitXor(b));
    bits(ops, "bitwise_left_shift", "__lshift__", (a, b) -> a.shiftLeft(b));
    bits(ops, "bitwise_right_shift", "__rshift__", (a, b) -> a.shiftRight(b));
    ops.add(
        op("aten::bitwise_not(Tensor self) -> Tensor")
            .composed(
                x ->
                    Term.choice(
                        call("aten::eq.int", x.dtype("self"), 11), // truths have one bit
                        call("aten::logical_not", x.in("self")),
                        call("cresset::complement", x.in("self"))))
            .withInPlace());
    ops.add(
        op("cresset::complement(Tensor self) -> Tensor")
            .each(x -> x.bitNot())
            .withoutDerivative("self"));
    return ops;
  }

  /** With a tensor and with a number. */
  private static void compare(List<Op> ops, String name, Body.Of2 body) {
    ops.add(
        op("aten::" + name + ".Tensor(Tensor self, Tensor other) -> Tensor")
            .each(body)
            .dtypes(Dtypes.GIVE_BOOL)
            .withInPlace());
    ops.add(
        op("aten::" + name + ".Scalar(Tensor self, Scalar other) -> Tensor")
            .each(body)
            .dtypes(Dtypes.GIVE_BOOL)
            .promoting("other")
            .withInPlace());
  }

  private static Op truth(String head, Body.Of1 body) {
    return op(head + " -> Tensor").each(body).dtypes(Dtypes.GIVE_BOOL);
  }

  private static Op truth(String head, Body.Of2 body) {
    return op(head + " -> Tensor").each(body).dtypes(Dtypes.GIVE_BOOL);
  }

  /** Under both of its names; a shift by a number has an overload's name of its own. */
  private static void bits(List<Op> ops, String name, String operator, Body.Of2 body) {
    String scalar = name.endsWith("shift") ? ".Tensor_Scalar" : ".Scalar";
    ops.add(
        op("aten::" + name + ".Tensor(Tensor self, Tensor other) -> Tensor")
            .each(body)
            .withoutDerivative("self")
            .withoutDerivative("other")
            .withInPlace());
    ops.add(
        op("aten::" + name + scalar + "(Tensor self, Scalar other) -> Tensor")
            .each(body)
            .withoutDerivative("self")
            .promoting("other")
            .withInPlace());
    for (String other : List.of("Tensor", "Scalar")) {
      String of = "aten::" + name + (other.equals("Tensor") ? ".Tensor" : scalar);
      ops.add(
          op("aten::%s.%s(Tensor self, %s other) -> Tensor".formatted(operator, other, other))
              .composed(x -> call(of, x.in("self"), x.in("other"))));
    }
  }

  /** The difference of infinities, and of what is no number, is none. */
  static Scalar isFinite(Scalar x) {
    return x.sub(x).equalTo(0);
  }

  private static Scalar isInfinite(Scalar x) {
    return isFinite(x).or(x.isNan()).not();
  }

  private static Scalar isClose(
      Scalar self, Scalar other, Scalar rtol, Scalar atol, Scalar equalNan) {
    Scalar distance = self.sub(other).abs();
    Scalar close = isFinite(distance).and(distance.atMost(atol.add(rtol.mul(other).abs())));
    Scalar nans = equalNan.and(self.isNan()).and(other.isNan());
    return self.equalTo(other).or(close).or(nans);
  }
}
