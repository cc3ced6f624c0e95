package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/**
 * Ops on the graph's own numbers and truths, which no tensor takes part in. They are what {@code a
 * + b} on ints means in TorchScript; those of {@code cresset} are Java's where the two differ.
 */
final class NumberOps {
  private static final List<Op> OPS = new ArrayList<>();

  static {
    arithmetic();
    comparisons();
    truths();
    bits();
    conversions();
    functions();
    java();
  }

  /** All of them. */
  static final List<Op> ALL = List.copyOf(OPS);

  private NumberOps() {}

  private static void arithmetic() {
    both("aten::add", (a, b) -> a + b, (a, b) -> a + b);
    both("aten::sub", (a, b) -> a - b, (a, b) -> a - b);
    both("aten::mul", (a, b) -> a * b, (a, b) -> a * b);
    both("aten::floordiv", Math::floorDiv, (a, b) -> Math.floor(a / b));
    both("aten::remainder", Math::floorMod, (a, b) -> (b + a % b) % b);
    both("prim::max", Math::max, Math::max);
    both("prim::min", Math::min, Math::min);
    real("aten::div", (a, b) -> a / b, "int", "float");
    real("aten::fmod", (a, b) -> a % b, "int", "float");
    real("aten::pow", Math::pow, "int", "float");
    OPS.add(op("aten::neg.int(int a) -> int").reference(in -> -in.integer(0)));
    OPS.add(op("aten::neg.float(float a) -> float").reference(in -> -in.real(0)));
    OPS.add(op("prim::abs.int(int a) -> int").reference(in -> Math.abs(in.integer(0))));
    OPS.add(op("prim::abs.float(float a) -> float").reference(in -> Math.abs(in.real(0))));
  }

  /** Whole numbers give a whole one, and one real makes the result real. */
  private static void both(String name, LongBinaryOperator whole, DoubleBinaryOperator real) {
    OPS.add(
        op(name + ".int(int a, int b) -> int")
            .reference(in -> whole.applyAsLong(in.integer(0), in.integer(1))));
    real(name, real, "float");
  }

  /** Always gives a real; {@code same} are the types that both may have. */
  private static void real(String name, DoubleBinaryOperator real, String... same) {
    for (String type : same) {
      real(name, type, "(%1$s a, %1$s b) -> float".formatted(type), real);
    }
    real(name, "int_float", "(int a, float b) -> float", real);
    real(name, "float_int", "(float a, int b) -> float", real);
  }

  private static void real(String name, String overload, String rest, DoubleBinaryOperator real) {
    OPS.add(
        op(name + "." + overload + rest)
            .reference(in -> real.applyAsDouble(in.real(0), in.real(1))));
  }

  private static void comparisons() {
    compare("aten::eq", sign -> sign == 0, false);
    compare("aten::ne", sign -> sign != 0, true);
    compare("aten::lt", sign -> sign < 0, false);
    compare("aten::le", sign -> sign <= 0, false);
    compare("aten::gt", sign -> sign > 0, false);
    compare("aten::ge", sign -> sign >= 0, false);
  }

  /** A comparison, said of the sign of the first less the second, and of NaN. */
  private static void compare(String name, IntPredicate ofSign, boolean ofNan) {
    OPS.add(
        op(name + ".int(int a, int b) -> bool")
            .reference(in -> ofSign.test(Long.compare(in.integer(0), in.integer(1)))));
    for (String rest :
        List.of(
            "float(float a, float b)", "int_float(int a, float b)", "float_int(float a, int b)")) {
      OPS.add(
          op(name + "." + rest + " -> bool")
              .reference(
                  in -> {
                    double a = in.real(0);
                    double b = in.real(1);
                    return Double.isNaN(a) || Double.isNaN(b)
                        ? ofNan
                        : ofSign.test(a < b ? -1 : a > b ? 1 : 0);
                  }));
    }
  }

  private static void truths() {
    OPS.add(
        op("aten::eq.bool(bool a, bool b) -> bool")
            .reference(in -> in.integer(0) == in.integer(1)));
    OPS.add(
        op("aten::ne.bool(bool a, bool b) -> bool")
            .reference(in -> in.integer(0) != in.integer(1)));
    OPS.add(op("aten::__not__(bool self) -> bool").reference(in -> !in.flag(0)));
    OPS.add(
        op("aten::__and__.bool(bool a, bool b) -> bool").reference(in -> in.flag(0) && in.flag(1)));
    OPS.add(
        op("aten::__or__.bool(bool a, bool b) -> bool").reference(in -> in.flag(0) || in.flag(1)));
    OPS.add(
        op("aten::__xor__.bool(bool a, bool b) -> bool").reference(in -> in.flag(0) ^ in.flag(1)));
    OPS.add(
        op("aten::__is__(t1 self, t2 obj) -> bool").reference(in -> in.isNone(0) == in.isNone(1)));
    OPS.add(
        op("aten::__isnot__(t1 self, t2 obj) -> bool")
            .reference(in -> in.isNone(0) != in.isNone(1)));
  }

  private static void bits() {
    bit("__and__", (a, b) -> a & b);
    bit("__or__", (a, b) -> a | b);
    bit("__xor__", (a, b) -> a ^ b);
    bit("__lshift__", (a, b) -> a << b);
    bit("__rshift__", (a, b) -> a >> b);
  }

  private static void bit(String name, LongBinaryOperator of) {
    OPS.add(
        op("aten::" + name + ".int(int a, int b) -> int")
            .reference(in -> of.applyAsLong(in.integer(0), in.integer(1))));
  }

  private static void conversions() {
    OPS.add(op("aten::Float.Scalar(Scalar a) -> float").reference(in -> in.real(0)));
    OPS.add(op("aten::Float.int(int a) -> float").reference(in -> in.real(0)));
    OPS.add(op("aten::Float.bool(bool a) -> float").reference(in -> in.real(0)));
    OPS.add(op("aten::Int.Scalar(Scalar a) -> int").reference(in -> (long) in.real(0)));
    OPS.add(op("aten::Int.float(float a) -> int").reference(in -> (long) in.real(0)));
    OPS.add(op("aten::Int.bool(bool a) -> int").reference(in -> in.integer(0)));
    OPS.add(op("aten::Bool.int(int a) -> bool").reference(in -> in.integer(0) != 0));
    OPS.add(op("aten::Bool.float(float a) -> bool").reference(in -> in.real(0) != 0));
    OPS.add(op("aten::floor.float(float a) -> int").reference(in -> (long) Math.floor(in.real(0))));
    OPS.add(op("aten::ceil.float(float a) -> int").reference(in -> (long) Math.ceil(in.real(0))));
    OPS.add(op("aten::round.float(float a) -> float").reference(in -> Math.rint(in.real(0))));
  }

  private static void functions() {
    function("sqrt", Math::sqrt);
    function("exp", Math::exp);
    function("expm1", Math::expm1);
    function("log", Math::log);
    function("log1p", Math::log1p);
    function("log10", Math::log10);
    function("sin", Math::sin);
    function("cos", Math::cos);
    function("tan", Math::tan);
    function("asin", Math::asin);
    function("acos", Math::acos);
    function("atan", Math::atan);
    function("sinh", Math::sinh);
    function("cosh", Math::cosh);
    function("tanh", Math::tanh);
    real("aten::atan2", Math::atan2, "int", "float");
    OPS.add(op("aten::isnan.float(float a) -> bool").reference(in -> Double.isNaN(in.real(0))));
    OPS.add(
        op("aten::isinf.float(float a) -> bool").reference(in -> Double.isInfinite(in.real(0))));
    OPS.add(
        op("aten::isfinite.float(float a) -> bool").reference(in -> Double.isFinite(in.real(0))));
    OPS.add(
        op("aten::__range_length(int lo, int hi, int step) -> int")
            .reference(in -> rangeLength(in.integer(0), in.integer(1), in.integer(2))));
    OPS.add(
        op("aten::__derive_index(int index, int start, int step) -> int")
            .reference(in -> in.integer(1) + in.integer(0) * in.integer(2)));
  }

  private static void function(String name, DoubleUnaryOperator of) {
    OPS.add(
        op("aten::" + name + ".int(int a) -> float").reference(in -> of.applyAsDouble(in.real(0))));
    OPS.add(
        op("aten::" + name + ".float(float a) -> float")
            .reference(in -> of.applyAsDouble(in.real(0))));
  }

  private static long rangeLength(long lo, long hi, long step) {
    if (step == 0) {
      throw new IllegalArgumentException("range() arg 3 must not be zero");
    } else if (step > 0) {
      return lo < hi ? 1 + (hi - 1 - lo) / step : 0;
    }
    return hi < lo ? 1 + (lo - 1 - hi) / -step : 0;
  }

  /** Where Java's ints and floats are not Python's. */
  private static void java() {
    OPS.add(
        op("cresset::div_trunc(int a, int b) -> int")
            .reference(in -> in.integer(0) / in.integer(1)));
    OPS.add(op("cresset::rem(int a, int b) -> int").reference(in -> in.integer(0) % in.integer(1)));
    OPS.add(
        op("cresset::ushr(int a, int b) -> int").reference(in -> in.integer(0) >>> in.integer(1)));
    OPS.add(op("cresset::wrap_int(int a) -> int").reference(in -> (long) (int) in.integer(0)));
    OPS.add(
        op("cresset::round_float(float a) -> float").reference(in -> (double) (float) in.real(0)));
    OPS.add(op("cresset::to_int(float a) -> int").reference(in -> (long) (int) in.real(0)));
    OPS.add(op("cresset::to_long(float a) -> int").reference(in -> (long) in.real(0)));
  }
}
