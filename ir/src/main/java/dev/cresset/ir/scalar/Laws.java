package dev.cresset.ir.scalar;

import dev.cresset.ir.scalar.Scalar.Call;
import dev.cresset.ir.scalar.Scalar.Constant;
import java.util.List;

/** Calls made simpler as they are written, by laws that are true of every float, −0 and NaN too. */
final class Laws {
  private Laws() {}

  /** The call, or something simpler that is the same. */
  static Scalar call(Primitive function, List<Scalar> arguments) {
    if (folds(function) && arguments.stream().allMatch(a -> a instanceof Constant)) {
      double[] values = arguments.stream().mapToDouble(a -> ((Constant) a).value()).toArray();
      return Scalar.constant(function.of(values));
    }
    Scalar first = arguments.get(0);
    return switch (function) {
      case MUL ->
          is(arguments.get(1), 1)
              ? first
              : is(first, 1) ? arguments.get(1) : new Call(function, arguments);
      case DIV -> is(arguments.get(1), 1) ? first : new Call(function, arguments);
      case SUB -> isPlusZero(arguments.get(1)) ? first : new Call(function, arguments);
      case NEG ->
          first instanceof Call inner && inner.function() == Primitive.NEG
              ? inner.arguments().get(0)
              : new Call(function, arguments);
      case SELECT ->
          arguments.get(1) == arguments.get(2) ? arguments.get(1) : new Call(function, arguments);
      default -> new Call(function, arguments);
    };
  }

  /** Those whose value is the same in whole numbers, if the operands are. */
  private static boolean folds(Primitive function) {
    return switch (function) {
      case ADD, SUB, MUL, NEG, MAX, MIN -> true;
      default -> false;
    };
  }

  private static boolean is(Scalar scalar, double value) {
    return scalar instanceof Constant constant && constant.value() == value;
  }

  /** x − 0 is x, but x − (−0) makes a 0 of −0. */
  private static boolean isPlusZero(Scalar scalar) {
    return scalar instanceof Constant constant && Double.doubleToRawLongBits(constant.value()) == 0;
  }
}
