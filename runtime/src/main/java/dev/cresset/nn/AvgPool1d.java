package dev.cresset.nn;

import static dev.cresset.Functional.avgPool1d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The mean of each window over one size. As {@code torch.nn.AvgPool1d}. */
public final class AvgPool1d extends AvgPool1dModule {
  /** The window's sizes. */
  public final long[] kernelSize;

  /** The window's step. */
  public final long[] stride;

  /** What is added on each side. */
  public final long[] padding;

  /** Whether padding counts in the mean. */
  public final boolean countIncludePad;

  /** Whether the last window may hang over the edge. */
  public final boolean ceilMode;

  private final String text;

  /** With a window of {@code kernelSize}, which is its step, too, if none is given. */
  public AvgPool1d(long kernelSize, Option.ForAvgPool1d... options) {
    this(Window.Sizes.all(1, kernelSize), options);
  }

  private AvgPool1d(Window.Sizes kernel, Option.ForAvgPool1d... options) {
    Window w = Window.of(1, kernel, options);
    kernelSize = kernel.sizes();
    stride = w.stride.sizes();
    padding = w.padding.sizes();
    countIncludePad = w.countIncludePad;
    ceilMode = w.ceilMode;
    text =
        "kernel_size=%s, stride=%s, padding=%s"
            .formatted(kernel.tuple(), w.stride.tuple(), w.padding.tuple());
  }

  /** {@code [n, c, l]} to {@code [n, c, l′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return avgPool1d(input, kernelSize, stride, padding, ceilMode, countIncludePad);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
