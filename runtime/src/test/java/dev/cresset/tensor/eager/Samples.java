package dev.cresset.tensor.eager;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls of elementwise ops by name, with numbers that suit their names. */
final class Samples {
  private static final Map<String, Double> NUMBERS =
      Map.ofEntries(
          Map.entry("alpha", 1.25),
          Map.entry("other", 0.75),
          Map.entry("value", 0.5),
          Map.entry("weight", 0.25),
          Map.entry("exponent", 2.5),
          Map.entry("min", -0.5),
          Map.entry("max", 0.875),
          Map.entry("lambd", 0.5),
          Map.entry("threshold", 0.25),
          Map.entry("negative_slope", 0.125),
          Map.entry("min_val", -0.5),
          Map.entry("max_val", 0.625),
          Map.entry("beta", 1.5),
          Map.entry("scale", 1.125),
          Map.entry("input_scale", 0.875),
          Map.entry("eps", 0.0625),
          Map.entry("decimals", 1.0),
          Map.entry("rtol", 0.25),
          Map.entry("atol", 0.125),
          Map.entry("equal_nan", 1.0),
          Map.entry("self", 1.75),
          Map.entry("nan", 0.25),
          Map.entry("posinf", 3.0),
          Map.entry("neginf", -4.0));

  private Samples() {}

  /** The ops that have a body. */
  static Stream<Op> ops() {
    return OpTable.families().stream()
        .flatMap(family -> family.ops().stream())
        .filter(op -> op.elementwise() != null);
  }

  /** The numbers that a call gets. */
  static double[] numbers(Elementwise each) {
    return each.numbers().stream().mapToDouble(NUMBERS::get).toArray();
  }

  /** The op of these tensors. */
  static Tensor call(Op op, Tensor... tensors) {
    List<IValue> arguments = new ArrayList<>();
    int next = 0;
    for (Argument argument : op.schema().arguments()) {
      Type type = argument.type();
      if (type.isTensor()) {
        arguments.add(IValue.from(tensors[next++]));
      } else {
        double number = NUMBERS.get(argument.name());
        boolean whole = argument.name().equals("alpha") && !tensors[0].isFloatingPoint();
        arguments.add(
            type.equals(Type.BOOL)
                ? IValue.from(number != 0)
                : whole || type.equals(Type.INT)
                    ? IValue.from((long) number)
                    : IValue.from(number));
      }
    }
    return Dispatch.call(op.name(), arguments).toTensor();
  }
}
