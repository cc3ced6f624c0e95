package dev.cresset.nn;

import static dev.cresset.Functional.bilinear;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** {@code x₁ · weight · x₂ + bias}. As {@code torch.nn.Bilinear}. */
public final class Bilinear extends BilinearModule {
  /** The form, {@code [outFeatures, in1Features, in2Features]}. */
  @Param public final Tensor weight;

  /** What is added, {@code [outFeatures]}; null if nothing is. */
  @Param public final @Nullable Tensor bias;

  /** The first values are spread evenly over {@code ±1/√in1Features}. */
  public Bilinear(
      long in1Features, long in2Features, long outFeatures, Option.ForLinear... options) {
    weight = param(Weights.uniform(in1Features, outFeatures, in1Features, in2Features));
    bias = Weights.hasBias(options) ? param(Weights.uniform(in1Features, outFeatures)) : null;
  }

  /** {@code [*, in1Features]} and {@code [*, in2Features]} to {@code [*, outFeatures]}. */
  @Script
  public Tensor forward(Tensor input1, Tensor input2) {
    return bilinear(input1, input2, weight, bias);
  }

  @Override
  protected String extraRepr() {
    return "in1_features=%d, in2_features=%d, out_features=%d, bias=%s"
        .formatted(weight.size(1), weight.size(2), weight.size(0), ModuleText.text(bias != null));
  }
}
