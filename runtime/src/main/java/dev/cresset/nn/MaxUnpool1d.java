package dev.cresset.nn;

import static dev.cresset.Functional.maxUnpool1d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Puts what {@link MaxPool1dWithIndices} found back to where it stood, between zeros. As {@code
 * torch.nn.MaxUnpool1d}.
 */
public final class MaxUnpool1d extends MaxUnpool1dModule {
  /** The pool's window. */
  public final long[] kernelSize;

  /** The pool's step. */
  public final long[] stride;

  /** The pool's padding. */
  public final long[] padding;

  private final String text;

  /** With a window of {@code kernelSize}, which is its step, too, if none is given. */
  public MaxUnpool1d(long kernelSize, Option.ForUnpool1d... options) {
    this(Window.Sizes.all(1, kernelSize), options);
  }

  private MaxUnpool1d(Window.Sizes kernel, Option.ForUnpool1d... options) {
    Window w = Window.of(1, kernel, options);
    kernelSize = kernel.sizes();
    stride = w.stride.sizes();
    padding = w.padding.sizes();
    text =
        "kernel_size=%s, stride=%s, padding=%s"
            .formatted(kernel.tuple(), w.stride.tuple(), w.padding.tuple());
  }

  /** {@code [n, c, l]} of each to {@code [n, c, l′]}, as large as the pool's windows reach. */
  @Script
  public Tensor forward(Tensor input, Tensor indices) {
    long length = (input.size(-1) - 1) * stride[0] - 2 * padding[0] + kernelSize[0];
    return maxUnpool1d(input, indices, new long[] {length});
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
