package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.Pass;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/**
 * Folds a sum, difference, product or quotient with a constant, one number or one for each channel,
 * into the convolution before it. As PyTorch's folding of frozen graphs; right to rounding.
 */
final class FoldArithmetic extends FoldIntoWeights {
  static final Pass PASS = new Pass("fold-arithmetic", graph -> new FoldArithmetic(graph).apply());

  private FoldArithmetic(Graph graph) {
    super(graph);
  }

  @Override
  @Nullable Value source(Node node) {
    return switch (node.kind()) {
      case "aten::add", "aten::sub" -> node.inputs().size() == 3 ? node.input(0) : null;
      case "aten::mul", "aten::div" -> node.inputs().size() == 2 ? node.input(0) : null;
      default -> null;
    };
  }

  @Override
  @Nullable Affine affine(Node node, Weighted layer) {
    Tensor by = operand(node, layer);
    if (by == null) {
      return null;
    }
    Tensor one = Tensor.ones(DType.F64, layer.channels());
    Tensor zero = Tensor.zeros(DType.F64, layer.channels());
    String name = node.kind().substring("aten::".length());
    return switch (node.kind()) {
      case "aten::mul" -> new Affine(name, one.mul(by), zero, 0);
      case "aten::div" -> new Affine(name, one.div(by), zero, 0);
      default -> {
        if (!(constant(node, 2) instanceof Number alpha)) {
          yield null;
        }
        double sign = node.is("aten::add") ? alpha.doubleValue() : -alpha.doubleValue();
        yield new Affine(name, one, by.mul(sign).add(zero), 0);
      }
    };
  }

  /** The constant as one number for each channel. */
  private @Nullable Tensor operand(Node node, Weighted layer) {
    if (layer.isLinear()) {
      return null;
    }
    Tensor tensor = tensor(node, 1);
    if (tensor == null) {
      return constant(node, 1) instanceof Number number
          ? Tensor.full(DType.F64, new long[0], number.doubleValue())
          : null;
    }
    if (!tensor.isFloatingPoint() || tensor.dtype() != layer.weight().dtype()) {
      return null;
    }
    if (tensor.numel() == 1 && tensor.dim() == 0) {
      return tensor.to(DType.F64);
    }
    int spatial = layer.spatial();
    boolean each = // as many dimensions as one image has: none is added to the result
        tensor.dim() == spatial + 1
            && tensor.size(0) == layer.channels()
            && tensor.numel() == layer.channels();
    return each ? tensor.to(DType.F64).reshape(layer.channels()) : null;
  }
}
