package dev.cresset.ir.render;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.type.Literals;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Constants as TorchScript's code has them; tensors stand beside it, as {@code CONSTANTS.c0}. */
final class PythonConstants {
  private final List<TensorConstant> tensors = new ArrayList<>();

  /** The constants that the code names, {@code c0} first. */
  List<TensorConstant> tensors() {
    return List.copyOf(tensors);
  }

  String of(Node node) {
    if (node.attributes().containsKey("name")) {
      return "__torch__." + node.text("name").replace("__torch__.", "");
    }
    Object value = node.constant();
    if (value instanceof List<?> list && list.isEmpty()) {
      return "annotate(" + PythonTypes.of(node.output().type()) + ", [])";
    }
    return of(value);
  }

  private String of(Object value) {
    if (value == None.NONE) {
      return "None";
    } else if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    } else if (value instanceof TensorConstant tensor) {
      int known = tensors.indexOf(tensor);
      if (known < 0) {
        known = tensors.size();
        tensors.add(tensor);
      }
      return "CONSTANTS.c" + known;
    } else if (value instanceof List<?> list) {
      return all(list, "[", "]");
    } else if (value instanceof TupleConstant tuple) {
      return all(tuple.elements(), "(", tuple.elements().size() == 1 ? ",)" : ")");
    }
    return value instanceof Type ? value.toString() : Literals.text(value);
  }

  private String all(List<?> values, String open, String close) {
    return values.stream().map(this::of).collect(Collectors.joining(", ", open, close));
  }
}
