package dev.cresset.nn;

import static dev.cresset.Functional.fold;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Adds columns into images, where {@link Unfold} takes them from. As {@code torch.nn.Fold}. */
public final class Fold extends FoldModule {
  /** The images' height and width. */
  public final long[] outputSize;

  /** The window's sizes. */
  public final long[] kernelSize;

  /** The distance between the window's elements. */
  public final long[] dilation;

  /** Zeros around the images. */
  public final long[] padding;

  /** The window's step. */
  public final long[] stride;

  private final String text;

  /** To images of {@code height} and {@code width}, with a square window. */
  public Fold(long height, long width, long kernelSize, Option.ForUnfold... options) {
    this(Window.Sizes.each(height, width), Window.Sizes.all(2, kernelSize), options);
  }

  /** To images of {@code height} and {@code width}, with a window of {@code kernelSize}. */
  public Fold(long height, long width, Option.Kernel2d kernelSize, Option.ForUnfold... options) {
    this(Window.Sizes.each(height, width), Window.Sizes.of(kernelSize), options);
  }

  private Fold(Window.Sizes output, Window.Sizes kernel, Option.ForUnfold... options) {
    Window w = Window.of(2, Window.Sizes.all(2, 1), options);
    outputSize = output.sizes();
    kernelSize = kernel.sizes();
    dilation = w.dilation.sizes();
    padding = w.padding.sizes();
    stride = w.stride.sizes();
    text = "output_size=" + output.text() + ", " + w.columns(kernel);
  }

  /** {@code [n, c · window, windows]} to {@code [n, c, height, width]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return fold(input, outputSize, kernelSize, dilation, padding, stride);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
