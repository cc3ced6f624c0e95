package dev.cresset.nn;

import static dev.cresset.Functional.maxPool3d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The largest element in each window over volumes. As {@code torch.nn.MaxPool3d}. */
public final class MaxPool3d extends MaxPool3dModule {
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
  public MaxPool3d(long kernelSize, Option.ForMaxPool3d... options) {
    this(Window.Sizes.all(3, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public MaxPool3d(Option.Kernel3d kernelSize, Option.ForMaxPool3d... options) {
    this(Window.Sizes.of(kernelSize), options);
  }

  private MaxPool3d(Window.Sizes kernel, Option.ForMaxPool3d... options) {
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

  /** {@code [n, c, d, h, w]} to {@code [n, c, d′, h′, w′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return maxPool3d(input, kernelSize, stride, padding, dilation, ceilMode);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
