package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which tensors surely hold reals: so their types say, or the ops that made them. */
public final class Reals {
  private static final Set<String> GIVE_REALS =
      Set.of(
          "aten::acos",
          "aten::asin",
          "aten::atan",
          "aten::cos",
          "aten::cosh",
          "aten::erf",
          "aten::erfc",
          "aten::exp",
          "aten::expm1",
          "aten::gelu",
          "aten::log",
          "aten::log10",
          "aten::log1p",
          "aten::log2",
          "aten::log_sigmoid",
          "aten::reciprocal",
          "aten::rsqrt",
          "aten::sigmoid",
          "aten::silu",
          "aten::sin",
          "aten::sinh",
          "aten::softplus",
          "aten::sqrt",
          "aten::tan",
          "aten::tanh",
          "aten::batch_norm",
          "aten::layer_norm");

  private static final Set<String> KEEP_REALS =
      Set.of(
          "aten::abs",
          "aten::add",
          "aten::mul",
          "aten::neg",
          "aten::relu",
          "aten::rsub",
          "aten::square",
          "aten::sub",
          "aten::t",
          "aten::transpose");

  private final Map<Value, Node> makers = new HashMap<>();

  /** Notes a node, after those that made what it takes. */
  void note(Node node) {
    node.outputs().forEach(value -> makers.put(value, node));
  }

  /** Whether {@code value} is a tensor of reals for sure. */
  public boolean contains(Value value) {
    if (value.type() instanceof Type.Tensor tensor && tensor.dtype() != null) {
      return tensor.dtype().isFloatingPoint();
    }
    Node maker = makers.get(value);
    return value.type().isTensor()
        && maker != null
        && !maker.is(Kinds.IF)
        && (GIVE_REALS.contains(maker.kind())
            || KEEP_REALS.contains(maker.kind()) && contains(maker.input(0)));
  }
}
