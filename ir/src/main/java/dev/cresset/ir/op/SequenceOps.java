package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.reference.FactoryReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ops on lists of numbers and strings, and on whole lists: sorted, counted, repeated. */
final class SequenceOps {
  private static final List<Op> OPS = new ArrayList<>();

  @SuppressWarnings("unchecked") // numbers of one type, or strings
  private static final Comparator<Object> ORDER = (a, b) -> ((Comparable<Object>) a).compareTo(b);

  static {
    List.of("int", "float", "bool", "str").forEach(SequenceOps::ofElement);
    List.of("int", "float", "bool").forEach(SequenceOps::ofNumber);
    OPS.add(
        op("aten::add_.t(t[](a!) self, t[] b) -> t[](a!)")
            .reference(
                in -> {
                  in.list(0).addAll(List.copyOf(in.list(1)));
                  return in.get(0);
                }));
    OPS.add(op("aten::mul.left_t(t[] l, int n) -> t[]").reference(in -> repeated(in, 0)));
    OPS.add(op("aten::mul.right_(int n, t[] l) -> t[]").reference(in -> repeated(in, 1)));
    OPS.add(op("aten::sum.int(int[] self) -> int").reference(SequenceOps::sumOfWholes));
    OPS.add(op("aten::sum.bool(bool[] self) -> int").reference(SequenceOps::sumOfWholes));
    OPS.add(
        op("aten::sum.float(float[] self) -> float")
            .reference(
                in ->
                    in.list(0).stream()
                        .mapToDouble(each -> (Double) each)
                        .reduce(0, (a, b) -> a + b)));
    OPS.add(
        op("aten::divmod.int(int x, int y) -> (int, int)")
            .reference(
                in ->
                    List.of(
                        Math.floorDiv(in.integer(0), in.integer(1)),
                        Math.floorMod(in.integer(0), in.integer(1)))));
    OPS.add(
        op("aten::tensor(t[] data, *, ScalarType? dtype=None, Device? device=None, bool"
                + " requires_grad=False) -> Tensor")
            .reference(FactoryReference::tensorOfList));
    OPS.add(
        op("prim::NumToTensor.Scalar(Scalar a) -> Tensor")
            .reference(FactoryReference::tensorOfNumber));
  }

  /** All of them. */
  static final List<Op> ALL = List.copyOf(OPS);

  private SequenceOps() {}

  private static void ofElement(String type) {
    String written = "(" + type + "[](a!) self";
    OPS.add(
        op("aten::count." + type + "(" + type + "[] self, " + type + " el) -> int")
            .reference(in -> in.list(0).stream().filter(in.get(1)::equals).count()));
    OPS.add(
        op("aten::index.list_" + type + "(" + type + "[] self, " + type + " el) -> int")
            .reference(in -> (long) found(in)));
    OPS.add(
        op("aten::remove." + type + written + ", " + type + " el) -> ()")
            .reference(
                in -> {
                  in.list(0).remove(found(in));
                  return List.of();
                }));
    OPS.add(
        op("aten::sort." + type + written + ", bool reverse=False) -> ()")
            .reference(
                in -> {
                  in.list(0).sort(in.flag(1) ? ORDER.reversed() : ORDER);
                  return List.of();
                }));
    OPS.add(
        op("aten::sorted." + type + "(" + type + "[](a) input) -> (" + type + "[])")
            .reference(in -> new ArrayList<>(in.list(0).stream().sorted(ORDER).toList())));
  }

  private static void ofNumber(String type) {
    OPS.add(
        op("prim::min.self_" + type + "(" + type + "[] self) -> " + type)
            .reference(in -> in.list(0).stream().min(ORDER).orElseThrow(() -> empty("min"))));
    OPS.add(
        op("prim::max.self_" + type + "(" + type + "[] self) -> " + type)
            .reference(in -> in.list(0).stream().max(ORDER).orElseThrow(() -> empty("max"))));
  }

  private static IllegalArgumentException empty(String function) {
    return new IllegalArgumentException(function + "() arg is an empty sequence");
  }

  private static int found(Arguments in) {
    int index = in.list(0).indexOf(in.get(1));
    if (index < 0) {
      throw new IllegalArgumentException(in.get(1) + " is not in the list");
    }
    return index;
  }

  private static Object repeated(Arguments in, int list) {
    List<Object> repeated = new ArrayList<>();
    for (long turn = 0; turn < in.integer(1 - list); turn++) {
      repeated.addAll(in.list(list));
    }
    return repeated;
  }

  private static Object sumOfWholes(Arguments in) {
    long sum = 0;
    for (Object each : in.list(0)) {
      sum += each instanceof Boolean truth ? (truth ? 1 : 0) : (Long) each;
    }
    return sum;
  }
}
