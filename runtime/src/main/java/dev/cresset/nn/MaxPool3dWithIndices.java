package dev.cresset.nn;

import static dev.cresset.Functional.maxPool3dWithIndices;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Script;

/**
 * The largest element in each window over volumes, and where it stands there. As {@code
 * torch.nn.MaxPool3d} with {@code return_indices=True}: what a method gives has one type in Java,
 * hence two layers.
 */
public final class MaxPool3dWithIndices extends MaxPool3dWithIndicesModule {
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

  /** With a cubic window of {@code kernelSize}, which is its step, too, if none is given. */
  public MaxPool3dWithIndices(long kernelSize, Option.ForMaxPool3d... options) {
    this(Window.Sizes.all(3, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public MaxPool3dWithIndices(Option.Kernel3d kernelSize, Option.ForMaxPool3d... options) {
    this(Window.Sizes.of(kernelSize), options);
  }

  private MaxPool3dWithIndices(Window.Sizes kernel, Option.ForMaxPool3d... options) {
    Window w = Window.of(3, kernel, options);
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
   * {@code [n, c, d, h, w]} to {@code [n, c, d′, h′, w′]} of each; a place counts through its
   * volume, plane by plane and row by row.
   */
  @Script
  public ValuesIndices forward(Tensor input) {
    return maxPool3dWithIndices(input, kernelSize, stride, padding, dilation, ceilMode);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
