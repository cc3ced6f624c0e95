package dev.cresset.nn;

import static dev.cresset.Functional.pad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Puts what lies there mirrored at the edge, the edge itself once around each volume. As {@code
 * torch.nn.ReflectionPad3d}.
 */
public final class ReflectionPad3d extends ReflectionPad3dModule {
  /** How much left, right, above, below, before and behind, in this order. */
  public final long[] padding;

  /** The same on every side. */
  public ReflectionPad3d(long padding) {
    this(new long[] {padding, padding, padding, padding, padding, padding});
  }

  /**
   * So much left, right, above, below, before and behind.
   *
   * @throws IllegalArgumentException if these are not 6 numbers
   */
  public ReflectionPad3d(long[] padding) {
    this.padding = Window.sides(6, padding);
  }

  /** {@code [n, c, d, h, w]}, and the same out with larger sizes. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return pad(input, padding, "reflect");
  }

  @Override
  protected String extraRepr() {
    return ModuleText.tuple(padding);
  }
}
