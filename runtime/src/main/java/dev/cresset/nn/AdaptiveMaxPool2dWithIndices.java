package dev.cresset.nn;

import static dev.cresset.Functional.adaptiveMaxPool2d;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Script;

/**
 * The largest elements of as many windows as the result is to have, and where they stand. As {@code
 * torch.nn.AdaptiveMaxPool2d} with {@code return_indices=True}.
 */
public final class AdaptiveMaxPool2dWithIndices extends AdaptiveMaxPool2dWithIndicesModule {
  /** The height of the result, or {@link AdaptiveAvgPool2d#KEEP}. */
  public final long height;

  /** The width of the result, or {@link AdaptiveAvgPool2d#KEEP}. */
  public final long width;

  private final String text;

  /** To {@code size} by {@code size}. */
  public AdaptiveMaxPool2dWithIndices(long size) {
    this.height = size;
    this.width = size;
    this.text = "output_size=" + size;
  }

  /** To {@code height} by {@code width}; either may be {@link AdaptiveAvgPool2d#KEEP}. */
  public AdaptiveMaxPool2dWithIndices(long height, long width) {
    this.height = height;
    this.width = width;
    this.text = AdaptiveAvgPool2d.sizes(height, width);
  }

  /** {@code [n, c, h, w]} to {@code [n, c, height, width]} of each. */
  @Script
  public ValuesIndices forward(Tensor input) {
    long h = height < 0 ? input.size(-2) : height;
    long w = width < 0 ? input.size(-1) : width;
    return adaptiveMaxPool2d(input, h, w);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
