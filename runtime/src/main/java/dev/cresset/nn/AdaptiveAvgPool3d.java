package dev.cresset.nn;

import static dev.cresset.Functional.adaptiveAvgPool3d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Means of as many windows of volumes as the result is to have. As {@code
 * torch.nn.AdaptiveAvgPool3d}.
 */
public final class AdaptiveAvgPool3d extends AdaptiveAvgPool3dModule {
  /** The depth of the result, or {@link AdaptiveAvgPool2d#KEEP}. */
  public final long depth;

  /** The height of the result, or {@link AdaptiveAvgPool2d#KEEP}. */
  public final long height;

  /** The width of the result, or {@link AdaptiveAvgPool2d#KEEP}. */
  public final long width;

  private final String text;

  /** To the same depth, height and width. */
  public AdaptiveAvgPool3d(long size) {
    this.depth = size;
    this.height = size;
    this.width = size;
    this.text = "output_size=" + size;
  }

  /** To these sizes; each may be {@link AdaptiveAvgPool2d#KEEP}. */
  public AdaptiveAvgPool3d(long depth, long height, long width) {
    this.depth = depth;
    this.height = height;
    this.width = width;
    this.text = AdaptiveAvgPool2d.sizes(depth, height, width);
  }

  /** {@code [n, c, d, h, w]} to {@code [n, c, depth, height, width]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    long d = depth < 0 ? input.size(-3) : depth;
    long h = height < 0 ? input.size(-2) : height;
    long w = width < 0 ? input.size(-1) : width;
    return adaptiveAvgPool3d(input, d, h, w);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
