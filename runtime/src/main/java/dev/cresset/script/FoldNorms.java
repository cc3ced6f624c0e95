package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.Pass;
import dev.cresset.ir.type.None;
import org.jspecify.annotations.Nullable;

/**
 * Folds batch norm by known statistics into the convolution or the linear layer before it: into its
 * weight {@code w·γ/√(σ²+ε)} and its bias {@code (b − μ)·γ/√(σ²+ε) + β}. As PyTorch's folding of
 * frozen graphs; right to rounding.
 */
final class FoldNorms extends FoldIntoWeights {
  static final Pass PASS = new Pass("fold-norms", graph -> new FoldNorms(graph).apply());

  private static final int ROWS = 2;

  private FoldNorms(Graph graph) {
    super(graph);
  }

  @Override
  @Nullable Value source(Node node) {
    return node.is("aten::batch_norm") && Boolean.FALSE.equals(constant(node, 5))
        ? node.input(0)
        : null;
  }

  @Override
  @Nullable Affine affine(Node node, Weighted layer) {
    Tensor mean = tensor(node, 3);
    Tensor variance = tensor(node, 4);
    if (mean == null || variance == null || !(constant(node, 7) instanceof Double eps)) {
      return null;
    }
    int rank = layer.isLinear() ? rank(node.input(0)) : 0;
    if (mean.numel() != layer.channels() || rank > ROWS || rank == 1) {
      return null; // of more than rows, the channels are not what a linear layer gives last
    }
    Tensor factor = variance.add(eps).rsqrt();
    Tensor weight = tensor(node, 1);
    if (weight != null) {
      factor = factor.mul(weight);
    } else if (constant(node, 1) != None.NONE) {
      return null;
    }
    Tensor shift = mean.neg().mul(factor);
    Tensor bias = tensor(node, 2);
    if (bias != null) {
      shift = shift.add(bias);
    } else if (constant(node, 2) != None.NONE) {
      return null;
    }
    return new Affine("bn", factor, shift, rank < 0);
  }
}
