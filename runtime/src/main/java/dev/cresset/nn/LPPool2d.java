package dev.cresset.nn;

import static dev.cresset.Functional.lpPool2d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code (Σ x^p)^(1/p)} of each window over images. As {@code torch.nn.LPPool2d}. */
public final class LPPool2d extends LPPool2dModule {
  /** Which power. */
  public final double normType;

  /** The window's sizes. */
  public final long[] kernelSize;

  /** The window's step. */
  public final long[] stride;

  /** Whether the last window may hang over the edge. */
  public final boolean ceilMode;

  private final String text;

  /** With a square window of {@code kernelSize}, which is its step, too, if none is given. */
  public LPPool2d(double normType, long kernelSize, Option.ForLpPool2d... options) {
    this(normType, Window.Sizes.all(2, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public LPPool2d(double normType, Option.Kernel2d kernelSize, Option.ForLpPool2d... options) {
    this(normType, Window.Sizes.of(kernelSize), options);
  }

  private LPPool2d(double normType, Window.Sizes kernel, Option.ForLpPool2d... options) {
    Window w = Window.of(2, kernel, options);
    this.normType = normType;
    this.kernelSize = kernel.sizes();
    this.stride = w.stride.sizes();
    this.ceilMode = w.ceilMode;
    this.text = w.powers(normType, kernel.text());
  }

  /** {@code [n, c, h, w]} to {@code [n, c, h′, w′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return lpPool2d(input, normType, kernelSize, stride, ceilMode);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
