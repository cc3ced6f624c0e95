package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which tensors surely hold reals: so their types say, or the ops that made them. */
public final class Reals {
  private static final Set<String> GIVE_REALS =
      Set.of("aten::batch_norm", "aten::layer_norm", "aten::group_norm", "aten::mean");

  private static final Set<String> KEEP_DTYPE =
      Set.of(
          "aten::t",
          "aten::transpose",
          "aten::permute",
          "aten::view",
          "aten::reshape",
          "aten::flatten",
          "aten::select",
          "aten::slice",
          "aten::squeeze",
          "aten::unsqueeze",
          "aten::expand",
          "aten::clone",
          "aten::contiguous");

  private final Map<Value, Node> makers = new HashMap<>();

  /** Notes a node, after those that made what it takes. */
  void note(Node node) {
    node.outputs().forEach(value -> makers.put(value, node));
  }

  /** Whether {@code value} is a tensor of reals for sure. */
  public boolean contains(Value value) {
    if (!(value.type() instanceof Type.Tensor tensor)) {
      return false;
    } else if (tensor.dtype() != null) {
      return tensor.dtype().isFloatingPoint();
    }
    Node maker = makers.get(value);
    Op op = maker == null ? null : OpTable.of(maker);
    if (maker == null || op == null) {
      return false;
    } else if (op.elementwise() != null) {
      return gives(op.elementwise(), maker);
    }
    return GIVE_REALS.contains(maker.kind())
        || KEEP_DTYPE.contains(maker.kind()) && contains(maker.input(0));
  }

  private boolean gives(Elementwise function, Node node) {
    return switch (function.dtypes()) {
      case PROMOTE_TO_FLOAT -> true;
      case PROMOTE, PROMOTE_NUMBERS ->
          !function.wholes() || node.inputs().stream().anyMatch(this::contains);
      case KEEP_FIRST -> contains(node.input(0));
      case GIVE_BOOL -> false;
    };
  }
}
