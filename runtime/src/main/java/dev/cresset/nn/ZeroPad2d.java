package dev.cresset.nn;

import static dev.cresset.Functional.constantPadNd;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts zeros around each image. As {@code torch.nn.ZeroPad2d}. */
public final class ZeroPad2d extends ZeroPad2dModule {
  /** How much left, right, above and below, in this order. */
  public final long[] padding;

  /** The same on every side; negative numbers cut. */
  public ZeroPad2d(long padding) {
    this(new long[] {padding, padding, padding, padding});
  }

  /**
   * So much left, right, above and below; negative numbers cut.
   *
   * @throws IllegalArgumentException if these are not 4 numbers
   */
  public ZeroPad2d(long[] padding) {
    this.padding = Window.sides(4, padding);
  }

  /** {@code [n, c, h, w]}, and the same out with larger sizes. */
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
