package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.Pass;
import dev.cresset.ir.type.DType;
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

  /**
   * A signal without a batch has as many dimensions as rows, so a batch norm of signals takes it,
   * and its channels for rows. Images without a batch are what no batch norm of images takes.
   */
  private static final int MAY_BE_ROWS = 3;

  /** The last input that is a tensor: weight, bias, mean, variance. */
  private static final int STATISTICS = 4;

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
    if (mean.numel() != layer.channels() || !areAlike(node, layer)) {
      return null;
    }
    int wanted = layer.isLinear() ? ROWS : layer.spatial() + ROWS;
    int rank = rank(node.input(0));
    if (rank >= 0 && rank != wanted) {
      return null; // the channels are not where the layer has them
    }
    Tensor factor = variance.to(DType.F64).add(eps).rsqrt();
    Tensor weight = tensor(node, 1);
    if (weight != null) {
      factor = factor.mul(weight.to(DType.F64));
    }
    Tensor shift = mean.to(DType.F64).neg().mul(factor);
    Tensor bias = tensor(node, 2);
    if (bias != null) {
      shift = shift.add(bias.to(DType.F64));
    }
    boolean looks = rank < 0 && wanted <= MAY_BE_ROWS;
    return new Affine("bn", factor, shift, looks ? wanted : 0);
  }

  /** Whether all that the norm takes is known, and of the dtype of the layer's weight. */
  private boolean areAlike(Node node, Weighted layer) {
    for (int input = 1; input <= STATISTICS; input++) {
      Tensor tensor = tensor(node, input);
      boolean fits =
          tensor == null
              ? input <= 2 && constant(node, input) == None.NONE
              : tensor.dtype() == layer.weight().dtype();
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
