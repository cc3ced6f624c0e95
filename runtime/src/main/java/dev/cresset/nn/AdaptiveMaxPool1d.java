package dev.cresset.nn;

import static dev.cresset.Functional.adaptiveMaxPool1d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * The largest elements of as many windows as the result is to have. As {@code
 * torch.nn.AdaptiveMaxPool1d}.
 */
public final class AdaptiveMaxPool1d extends AdaptiveMaxPool1dModule {
  /** The length of the result. */
  public final long outputSize;

  /** To {@code outputSize}. */
  public AdaptiveMaxPool1d(long outputSize) {
    this.outputSize = outputSize;
  }

  /** {@code [n, c, l]} to {@code [n, c, outputSize]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return adaptiveMaxPool1d(input, outputSize).values();
  }

  @Override
  protected String extraRepr() {
    return "output_size=" + outputSize;
  }
}
