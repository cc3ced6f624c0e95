package dev.cresset.nn;

import static dev.cresset.Functional.avgPool3d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** The mean of each window over volumes. As {@code torch.nn.AvgPool3d}. */
public final class AvgPool3d extends AvgPool3dModule {
  /** The window's sizes. */
  public final long[] kernelSize;

  /** The window's step. */
  public final long[] stride;

  /** What is added on each side. */
  public final long[] padding;

  /** Whether padding counts in the mean. */
  public final boolean countIncludePad;

  /** What a window's sum is divided by; null for the number of its elements. */
  public final @Nullable Long divisorOverride;

  /** Whether the last window may hang over the edge. */
  public final boolean ceilMode;

  private final String text;

  /** With a cubic window of {@code kernelSize}, which is its step, too, if none is given. */
  public AvgPool3d(long kernelSize, Option.ForAvgPool3d... options) {
    this(Window.Sizes.all(3, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public AvgPool3d(Option.Kernel3d kernelSize, Option.ForAvgPool3d... options) {
    this(Window.Sizes.of(kernelSize), options);
  }

  private AvgPool3d(Window.Sizes kernel, Option.ForAvgPool3d... options) {
    Window w = Window.of(3, kernel, options);
    kernelSize = kernel.sizes();
    stride = w.stride.sizes();
    padding = w.padding.sizes();
    countIncludePad = w.countIncludePad;
    divisorOverride = w.divisor;
    ceilMode = w.ceilMode;
    text =
        "kernel_size=%s, stride=%s, padding=%s"
            .formatted(kernel.text(), w.stride.text(), w.padding.text());
  }

  /** {@code [n, c, d, h, w]} to {@code [n, c, d′, h′, w′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return avgPool3d(
        input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
