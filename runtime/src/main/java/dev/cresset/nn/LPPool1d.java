package dev.cresset.nn;

import static dev.cresset.Functional.lpPool1d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code (Σ x^p)^(1/p)} of each window over one size. As {@code torch.nn.LPPool1d}. */
public final class LPPool1d extends LPPool1dModule {
  /** Which power. */
  public final double normType;

  /** The window's length. */
  public final long kernelSize;

  /** The window's step. */
  public final long stride;

  /** Whether the last window may hang over the edge. */
  public final boolean ceilMode;

  private final String text;

  /** With a window of {@code kernelSize}, which is its step, too, if none is given. */
  public LPPool1d(double normType, long kernelSize, Option.ForLpPool1d... options) {
    Window w = Window.of(1, Window.Sizes.all(1, kernelSize), options);
    this.normType = normType;
    this.kernelSize = kernelSize;
    this.stride = w.stride.sizes()[0];
    this.ceilMode = w.ceilMode;
    this.text = w.powers(normType, Long.toString(kernelSize));
  }

  /** {@code [n, c, l]} to {@code [n, c, l′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return lpPool1d(input, normType, kernelSize, stride, ceilMode);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
