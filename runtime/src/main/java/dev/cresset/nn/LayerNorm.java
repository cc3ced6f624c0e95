package dev.cresset.nn;

import static dev.cresset.Functional.layerNorm;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Each example by itself brought to mean 0 and variance 1 over its last sizes, then scaled and
 * shifted. As {@code torch.nn.LayerNorm}.
 */
public final class LayerNorm extends LayerNormModule {
  /** The last sizes, over which it is taken. */
  public final long[] normalizedShape;

  /** Keeps the division finite. */
  public final double eps;

  /** The scale, {@code [normalizedShape]}; null if there is none. */
  @Param public final @Nullable Tensor weight;

  /** The shift, {@code [normalizedShape]}; null if there is none. */
  @Param public final @Nullable Tensor bias;

  /** Over the last dimension, of this size. */
  public LayerNorm(long normalizedShape, Option.ForLayerNorm... options) {
    this(new long[] {normalizedShape}, options);
  }

  /** Over the last dimensions, of these sizes. */
  public LayerNorm(long[] normalizedShape, Option.ForLayerNorm... options) {
    double small = 1e-5;
    boolean affine = true;
    for (Option.ForLayerNorm option : options) {
      if (option instanceof Option.Eps o) {
        small = o.value();
      } else if (option instanceof Option.Affine o) {
        affine = o.on();
      }
    }
    this.normalizedShape = normalizedShape.clone();
    this.eps = small;
    this.weight = affine ? param(Weights.ones(normalizedShape)) : null;
    this.bias = affine ? param(Weights.zeros(normalizedShape)) : null;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return layerNorm(input, normalizedShape, weight, bias, eps);
  }

  @Override
  protected String extraRepr() {
    return "%s, eps=%s, elementwise_affine=%s"
        .formatted(
            ModuleText.tuple(normalizedShape),
            ModuleText.text(eps),
            ModuleText.text(weight != null));
  }
}
