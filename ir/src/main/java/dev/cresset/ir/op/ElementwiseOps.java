package dev.cresset.ir.op;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ops on each element by itself. From the scalar body come fusion, Java, CUDA and the reference.
 */
final class ElementwiseOps {

  /** All of them, with those that write in place. */
  static final List<Op> ALL =
      all(List.of(ArithmeticOps.ALL, ComparisonOps.ALL, MathOps.ALL, ActivationOps.ALL));

  private ElementwiseOps() {}

  private static List<Op> all(List<List<Op>> files) {
    List<Op> ops = new ArrayList<>();
    files.stream().flatMap(Collection::stream).forEach(ops::add);
    return ops;
  }
}
