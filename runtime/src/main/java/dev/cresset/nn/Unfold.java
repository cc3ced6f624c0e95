package dev.cresset.nn;

import static dev.cresset.Functional.unfold;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Writes each window over images as a column. As {@code torch.nn.Unfold}. */
public final class Unfold extends UnfoldModule {
  /** The window's sizes. */
  public final long[] kernelSize;

  /** The distance between the window's elements. */
  public final long[] dilation;

  /** Zeros that are added on each side. */
  public final long[] padding;

  /** The window's step. */
  public final long[] stride;

  private final String text;

  /** With a square window of {@code kernelSize}. */
  public Unfold(long kernelSize, Option.ForUnfold... options) {
    this(Window.Sizes.all(2, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public Unfold(Option.Kernel2d kernelSize, Option.ForUnfold... options) {
    this(Window.Sizes.of(kernelSize), options);
  }

  private Unfold(Window.Sizes kernel, Option.ForUnfold... options) {
    Window w = Window.of(2, Window.Sizes.all(2, 1), options);
    kernelSize = kernel.sizes();
    dilation = w.dilation.sizes();
    padding = w.padding.sizes();
    stride = w.stride.sizes();
    text = w.columns(kernel);
  }

  /** {@code [n, c, h, w]} to {@code [n, c · window, windows]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return unfold(input, kernelSize, dilation, padding, stride);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
