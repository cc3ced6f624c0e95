package dev.cresset.tools.summary;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Sizes of tensors in values of any type. */
final class Shapes {

  private Shapes() {}

  /** {@code [1, 64]} of a tensor, {@code ([2, 3], [2])} of a tuple. */
  static String text(IValue value) {
    if (value.isTensor()) {
      return Arrays.toString(value.toTensor().sizes());
    } else if (value.isTuple()) {
      return parts(value.toTuple(), "(", ")");
    } else if (value.isList()) {
      return parts(value.toList(), "[", "]");
    }
    return value.isDict() ? "a dictionary" : value.toString();
  }

  private static String parts(List<IValue> values, String before, String behind) {
    return values.stream().map(Shapes::text).collect(Collectors.joining(", ", before, behind));
  }

  /** Adds the tensors in a value. */
  static void tensors(IValue value, List<Tensor> all) {
    if (value.isTensor()) {
      all.add(value.toTensor());
    } else if (value.isTuple()) {
      value.toTuple().forEach(part -> tensors(part, all));
    } else if (value.isList()) {
      value.toList().forEach(part -> tensors(part, all));
    } else if (value.isDict()) {
      value.toDict().values().forEach(part -> tensors(part, all));
    }
  }
}
