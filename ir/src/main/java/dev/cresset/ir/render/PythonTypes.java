package dev.cresset.ir.render;

import dev.cresset.ir.type.Type;
import java.util.List;
import java.util.stream.Collectors;

/** Types as Python annotates them: {@code List[int]}, {@code Optional[Tensor]}. */
final class PythonTypes {
  private PythonTypes() {}

  static String of(Type type) {
    if (type.isTensor()) {
      return "Tensor";
    } else if (type instanceof Type.ListOf list) {
      return "List[" + of(list.element()) + "]";
    } else if (type instanceof Type.OptionalOf option) {
      return "Optional[" + of(option.element()) + "]";
    } else if (type instanceof Type.Dict dict) {
      return "Dict[" + of(dict.key()) + ", " + of(dict.value()) + "]";
    } else if (type instanceof Type.Tuple tuple) {
      return tuple(tuple.elements());
    } else if (type instanceof Type.NamedTuple named) {
      return tuple(named.fields().stream().map(Type.NamedTuple.Field::type).toList());
    }
    return type == Type.SCALAR ? "number" : type.toString();
  }

  private static String tuple(List<Type> elements) {
    return elements.stream()
        .map(PythonTypes::of)
        .collect(Collectors.joining(", ", "Tuple[", elements.isEmpty() ? "()]" : "]"));
  }
}
