package dev.cresset.nn;

import static dev.cresset.Functional.pad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts what lies at the other end around each length. As {@code torch.nn.CircularPad1d}. */
public final class CircularPad1d extends CircularPad1dModule {
  /** How much left and right, in this order. */
  public final long[] padding;

  /** The same on every side. */
  public CircularPad1d(long padding) {
    this(new long[] {padding, padding});
  }

  /**
   * So much left and right.
   *
   * @throws IllegalArgumentException if these are not 2 numbers
   */
  public CircularPad1d(long[] padding) {
    this.padding = Window.sides(2, padding);
  }

  /** {@code [n, c, l]}, and the same out with larger sizes. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return pad(input, padding, "circular");
  }

  @Override
  protected String extraRepr() {
    return ModuleText.tuple(padding);
  }
}
