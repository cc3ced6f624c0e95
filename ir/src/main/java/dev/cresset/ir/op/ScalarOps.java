package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.scalar.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ops on numbers of which the graph does not say whether they are whole. As TorchScript's on {@code
 * Scalar}: whole ones give a whole one, but for quotients.
 */
final class ScalarOps {
  /** All of them. */
  static final List<Op> ALL = all();

  private ScalarOps() {}

  private static List<Op> all() {
    List<Op> ops = new ArrayList<>();
    ops.add(two("add", "Scalar", Long::sum, Double::sum));
    ops.add(two("sub", "Scalar", (a, b) -> a - b, (a, b) -> a - b));
    ops.add(two("mul", "Scalar", (a, b) -> a * b, (a, b) -> a * b));
    ops.add(two("div", "Scalar", null, (a, b) -> a / b));
    ops.add(two("pow", "Scalar", null, Numbers::pow));
    ops.add(two("fmod", "Scalar", null, (a, b) -> a % b));
    ops.add(two("remainder", "Scalar", Math::floorMod, Numbers::remainder));
    ops.add(two("lt", "bool", null, (a, b) -> a < b ? 1 : 0));
    ops.add(two("le", "bool", null, (a, b) -> a <= b ? 1 : 0));
    ops.add(two("gt", "bool", null, (a, b) -> a > b ? 1 : 0));
    ops.add(two("ge", "bool", null, (a, b) -> a >= b ? 1 : 0));
    ops.add(two("eq", "bool", null, (a, b) -> a == b ? 1 : 0));
    ops.add(two("ne", "bool", null, (a, b) -> a != b ? 1 : 0));
    ops.add(
        op("aten::neg.Scalar(Scalar a) -> Scalar")
            .reference(in -> in.get(0) instanceof Long whole ? -whole : (Object) (-in.real(0))));
    ops.add(one("sqrt", Math::sqrt));
    ops.add(one("exp", Math::exp));
    ops.add(one("expm1", Math::expm1));
    ops.add(one("log", Math::log));
    ops.add(one("sin", Math::sin));
    ops.add(one("cos", Math::cos));
    ops.add(one("tanh", Math::tanh));
    return ops;
  }

  private static Op one(String name, DoubleUnaryOperator real) {
    return op("aten::" + name + ".Scalar(Scalar a) -> Scalar")
        .reference(in -> real.applyAsDouble(in.real(0)));
  }

  private static Op two(
      String name, String result, @Nullable LongBinaryOperator whole, DoubleBinaryOperator real) {
    return op("aten::" + name + "(Scalar a, Scalar b) -> " + result)
        .reference(
            in -> {
              if (whole != null && in.get(0) instanceof Long a && in.get(1) instanceof Long b) {
                return whole.applyAsLong(a, b);
              }
              double value = real.applyAsDouble(in.real(0), in.real(1));
              return result.equals("bool") ? (Object) (value != 0) : (Object) value;
            });
  }
}
