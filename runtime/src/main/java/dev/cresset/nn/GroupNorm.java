package dev.cresset.nn;

import static dev.cresset.Functional.groupNorm;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Each example's channels brought, group by group, to mean 0 and variance 1, then scaled and
 * shifted. As {@code torch.nn.GroupNorm}.
 */
public final class GroupNorm extends GroupNormModule {
  /** In how many groups the channels are taken. */
  public final long numGroups;

  /** Keeps the division finite. */
  public final double eps;

  /** The scale, {@code [numChannels]}; null if there is none. */
  @Param public final @Nullable Tensor weight;

  /** The shift, {@code [numChannels]}; null if there is none. */
  @Param public final @Nullable Tensor bias;

  private final String text;

  /**
   * Over {@code numChannels} channels in so many groups.
   *
   * @throws IllegalArgumentException if they cannot be parted evenly
   */
  public GroupNorm(long numGroups, long numChannels, Option.ForGroupNorm... options) {
    if (numGroups <= 0 || numChannels % numGroups != 0) {
      throw new IllegalArgumentException(
          "num_channels (%d) must be divisible by num_groups (%d)"
              .formatted(numChannels, numGroups));
    }
    double small = 1e-5;
    boolean affine = true;
    for (Option.ForGroupNorm option : options) {
      if (option instanceof Option.Eps o) {
        small = o.value();
      } else if (option instanceof Option.Affine o) {
        affine = o.on();
      }
    }
    this.numGroups = numGroups;
    this.eps = small;
    this.weight = affine ? param(Weights.ones(numChannels)) : null;
    this.bias = affine ? param(Weights.zeros(numChannels)) : null;
    this.text =
        "%d, %d, eps=%s, affine=%s"
            .formatted(numGroups, numChannels, ModuleText.text(eps), ModuleText.text(affine));
  }

  /** {@code [n, numChannels, ..]}, and the same out. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return groupNorm(input, numGroups, weight, bias, eps);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
