package dev.cresset.nn;

import static dev.cresset.Functional.adaptiveAvgPool1d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Means of as many windows as the result is to have. As {@code torch.nn.AdaptiveAvgPool1d}. */
public final class AdaptiveAvgPool1d extends AdaptiveAvgPool1dModule {
  /** The size of the result. */
  public final long outputSize;

  /** To {@code outputSize}. */
  public AdaptiveAvgPool1d(long outputSize) {
    this.outputSize = outputSize;
  }

  /** {@code [n, c, l]} to {@code [n, c, outputSize]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return adaptiveAvgPool1d(input, outputSize);
  }

  @Override
  protected String extraRepr() {
    return "output_size=" + outputSize;
  }
}
