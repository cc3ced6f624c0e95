package dev.cresset.nn;

import static dev.cresset.Functional.adaptiveMaxPool1d;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Script;

/**
 * The largest elements of as many windows as the result is to have, and where they stand. As {@code
 * torch.nn.AdaptiveMaxPool1d} with {@code return_indices=True}.
 */
public final class AdaptiveMaxPool1dWithIndices extends AdaptiveMaxPool1dWithIndicesModule {
  /** The length of the result. */
  public final long outputSize;

  /** To {@code outputSize}. */
  public AdaptiveMaxPool1dWithIndices(long outputSize) {
    this.outputSize = outputSize;
  }

  /** {@code [n, c, l]} to {@code [n, c, outputSize]} of each. */
  @Script
  public ValuesIndices forward(Tensor input) {
    return adaptiveMaxPool1d(input, outputSize);
  }

  @Override
  protected String extraRepr() {
    return "output_size=" + outputSize;
  }
}
