package dev.cresset.nn;

import static dev.cresset.Functional.maxPool2dWithIndices;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Script;

/**
 * The largest element in each window over images, and where it stands there. As {@code
 * torch.nn.MaxPool2d} with {@code return_indices=True}: what a method gives has one type in Java,
 * hence two layers.
 */
public final class MaxPool2dWithIndices extends MaxPool2dWithIndicesModule {
  /** The window's sizes. */
  public final long[] kernelSize;

  /** The window's step. */
  public final long[] stride;

  /** What is added on each side. */
  public final long[] padding;

  /** The distance between the window's elements. */
  public final long[] dilation;

  /** Whether the last window may hang over the edge. */
  public final boolean ceilMode;

  private final String text;

  /** With a square window of {@code kernelSize}, which is its step, too, if none is given. */
  public MaxPool2dWithIndices(long kernelSize, Option.ForMaxPool2d... options) {
    this(Window.Sizes.all(2, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public MaxPool2dWithIndices(Option.Kernel2d kernelSize, Option.ForMaxPool2d... options) {
    this(Window.Sizes.of(kernelSize), options);
  }

  private MaxPool2dWithIndices(Window.Sizes kernel, Option.ForMaxPool2d... options) {
    Window w = Window.of(2, kernel, options);
    kernelSize = kernel.sizes();
    stride = w.stride.sizes();
    padding = w.padding.sizes();
    dilation = w.dilation.sizes();
    ceilMode = w.ceilMode;
    text =
        "kernel_size=%s, stride=%s, padding=%s, dilation=%s, ceil_mode=%s"
            .formatted(
                kernel.text(),
                w.stride.text(),
                w.padding.text(),
                w.dilation.text(),
                ModuleText.text(ceilMode));
  }

  /**
   * {@code [n, c, h, w]} to {@code [n, c, h′, w′]} of each; a place counts through its image, row
   * by row.
   */
  @Script
  public ValuesIndices forward(Tensor input) {
    return maxPool2dWithIndices(input, kernelSize, stride, padding, dilation, ceilMode);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
