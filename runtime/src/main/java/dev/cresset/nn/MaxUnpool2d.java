package dev.cresset.nn;

import static dev.cresset.Functional.maxUnpool2d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Puts what {@link MaxPool2dWithIndices} found back to where it stood, between zeros. As {@code
 * torch.nn.MaxUnpool2d}.
 */
public final class MaxUnpool2d extends MaxUnpool2dModule {
  /** The pool's window. */
  public final long[] kernelSize;

  /** The pool's step. */
  public final long[] stride;

  /** The pool's padding. */
  public final long[] padding;

  private final String text;

  /**
   * With a window of {@code kernelSize} on every size, which is its step, too, if none is given.
   */
  public MaxUnpool2d(long kernelSize, Option.ForUnpool2d... options) {
    this(Window.Sizes.all(2, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public MaxUnpool2d(Option.Kernel2d kernelSize, Option.ForUnpool2d... options) {
    this(Window.Sizes.of(kernelSize), options);
  }

  private MaxUnpool2d(Window.Sizes kernel, Option.ForUnpool2d... options) {
    Window w = Window.of(2, kernel, options);
    kernelSize = kernel.sizes();
    stride = w.stride.sizes();
    padding = w.padding.sizes();
    text =
        "kernel_size=%s, stride=%s, padding=%s"
            .formatted(kernel.tuple(), w.stride.tuple(), w.padding.tuple());
  }

  /**
   * {@code [n, c, h, w]} of each to {@code [n, c, h′, w′]}, as large as the pool's windows reach.
   */
  @Script
  public Tensor forward(Tensor input, Tensor indices) {
    long height = (input.size(-2) - 1) * stride[0] - 2 * padding[0] + kernelSize[0];
    long width = (input.size(-1) - 1) * stride[1] - 2 * padding[1] + kernelSize[1];
    return maxUnpool2d(input, indices, new long[] {height, width});
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
