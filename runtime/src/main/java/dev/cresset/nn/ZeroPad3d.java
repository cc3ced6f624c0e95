package dev.cresset.nn;

import static dev.cresset.Functional.constantPadNd;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts zeros around each volume. As {@code torch.nn.ZeroPad3d}. */
public final class ZeroPad3d extends ZeroPad3dModule {
  /** How much left, right, above, below, before and behind, in this order. */
  public final long[] padding;

  /** The same on every side; negative numbers cut. */
  public ZeroPad3d(long padding) {
    this(new long[] {padding, padding, padding, padding, padding, padding});
  }

  /**
   * So much left, right, above, below, before and behind; negative numbers cut.
   *
   * @throws IllegalArgumentException if these are not 6 numbers
   */
  public ZeroPad3d(long[] padding) {
    this.padding = Window.sides(6, padding);
  }

  /** {@code [n, c, d, h, w]}, and the same out with larger sizes. */
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
