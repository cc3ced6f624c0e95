package dev.cresset.nn;

import static dev.cresset.Functional.maxUnpool3d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Puts what {@link MaxPool3dWithIndices} found back to where it stood, between zeros. As {@code
 * torch.nn.MaxUnpool3d}.
 */
public final class MaxUnpool3d extends MaxUnpool3dModule {
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
  public MaxUnpool3d(long kernelSize, Option.ForUnpool3d... options) {
    this(Window.Sizes.all(3, kernelSize), options);
  }

  /** With a window of {@code kernelSize}. */
  public MaxUnpool3d(Option.Kernel3d kernelSize, Option.ForUnpool3d... options) {
    this(Window.Sizes.of(kernelSize), options);
  }

  private MaxUnpool3d(Window.Sizes kernel, Option.ForUnpool3d... options) {
    Window w = Window.of(3, kernel, options);
    kernelSize = kernel.sizes();
    stride = w.stride.sizes();
    padding = w.padding.sizes();
    text =
        "kernel_size=%s, stride=%s, padding=%s"
            .formatted(kernel.tuple(), w.stride.tuple(), w.padding.tuple());
  }

  /**
   * {@code [n, c, d, h, w]} of each to {@code [n, c, d′, h′, w′]}, as large as the pool's windows
   * reach.
   */
  @Script
  public Tensor forward(Tensor input, Tensor indices) {
    long depth = (input.size(-3) - 1) * stride[0] - 2 * padding[0] + kernelSize[0];
    long height = (input.size(-2) - 1) * stride[1] - 2 * padding[1] + kernelSize[1];
    long width = (input.size(-1) - 1) * stride[2] - 2 * padding[2] + kernelSize[2];
    return maxUnpool3d(input, indices, new long[] {depth, height, width}, stride, padding);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
