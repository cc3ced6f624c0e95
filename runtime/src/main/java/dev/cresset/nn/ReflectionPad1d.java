package dev.cresset.nn;

import static dev.cresset.Functional.pad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Puts what lies there mirrored at the edge, the edge itself once around each length. As {@code
 * torch.nn.ReflectionPad1d}.
 */
public final class ReflectionPad1d extends ReflectionPad1dModule {
  /** How much left and right, in this order. */
  public final long[] padding;

  /** The same on every side. */
  public ReflectionPad1d(long padding) {
    this(new long[] {padding, padding});
  }

  /**
   * So much left and right.
   *
   * @throws IllegalArgumentException if these are not 2 numbers
   */
  public ReflectionPad1d(long[] padding) {
    this.padding = Window.sides(2, padding);
  }

  /** {@code [n, c, l]}, and the same out with larger sizes. */
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
