package dev.cresset.nn;

import static dev.cresset.Functional.linear;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Linear} at the end of attention, under the name that PyTorch gives it there. As {@code
 * torch.nn.modules.linear.NonDynamicallyQuantizableLinear}.
 */
public final class NonDynamicallyQuantizableLinear extends NonDynamicallyQuantizableLinearModule {
  /** The matrix, {@code [outFeatures, inFeatures]}. */
  @Param public final Tensor weight;

  /** What is added, {@code [outFeatures]}; null if nothing is. */
  @Param public final @Nullable Tensor bias;

  /**
   * From {@code inFeatures} numbers to {@code outFeatures}; the first values are spread evenly over
   * {@code ±1/√inFeatures}.
   */
  public NonDynamicallyQuantizableLinear(
      long inFeatures, long outFeatures, Option.ForLinear... options) {
    weight = param(Weights.uniform(inFeatures, outFeatures, inFeatures));
    bias = Weights.hasBias(options) ? param(Weights.uniform(inFeatures, outFeatures)) : null;
  }

  /** {@code [*, inFeatures]} to {@code [*, outFeatures]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return linear(input, weight, bias);
  }

  @Override
  protected String extraRepr() {
    return "in_features=%d, out_features=%d, bias=%s"
        .formatted(weight.size(1), weight.size(0), ModuleText.text(bias != null));
  }
}
