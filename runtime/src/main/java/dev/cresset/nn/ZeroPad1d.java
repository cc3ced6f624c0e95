package dev.cresset.nn;

import static dev.cresset.Functional.constantPadNd;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts zeros around each length. As {@code torch.nn.ZeroPad1d}. */
public final class ZeroPad1d extends ZeroPad1dModule {
  /** How much left and right, in this order. */
  public final long[] padding;

  /** The same on every side; negative numbers cut. */
  public ZeroPad1d(long padding) {
    this(new long[] {padding, padding});
  }

  /**
   * So much left and right; negative numbers cut.
   *
   * @throws IllegalArgumentException if these are not 2 numbers
   */
  public ZeroPad1d(long[] padding) {
    this.padding = Window.sides(2, padding);
  }

  /** {@code [n, c, l]}, and the same out with larger sizes. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return constantPadNd(input, padding, 0.0);
  }

  @Override
  protected String extraRepr() {
    return ModuleText.tuple(padding);
  }
}
