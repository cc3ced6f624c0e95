package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.ArrayList;
import java.util.List;

/** Comparisons, and choices by truths. */
final class ComparisonOps {

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
              .withoutDerivative("condition"));

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
    ops.addAll(WHERE);
    return ops;
  }

  /** With a tensor and with a number. */
  private static void compare(List<Op> ops, String name, Body.Of2 body) {
    ops.add(
        op("aten::" + name + ".Tensor(Tensor self, Tensor other) -> Tensor")
            .each(body)
            .dtypes(Dtypes.GIVE_BOOL));
    ops.add(
        op("aten::" + name + ".Scalar(Tensor self, Scalar other) -> Tensor")
            .each(body)
            .dtypes(Dtypes.GIVE_BOOL)
            .promoting("other"));
  }
}
