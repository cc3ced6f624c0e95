package dev.cresset.nn;

import static dev.cresset.Functional.adaptiveAvgPool2d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Means of as many windows as the result is to have. As {@code torch.nn.AdaptiveAvgPool2d}. */
public final class AdaptiveAvgPool2d extends AdaptiveAvgPool2dModule {
  /** A size of the result that is the input's. As {@code None} in PyTorch. */
  public static final long KEEP = -1;

  /** The height of the result, or {@link #KEEP}. */
  public final long height;

  /** The width of the result, or {@link #KEEP}. */
  public final long width;

  private final String text;

  /** To {@code size} by {@code size}. */
  public AdaptiveAvgPool2d(long size) {
    this.height = size;
    this.width = size;
    this.text = "output_size=" + size;
  }

  /** To {@code height} by {@code width}; either may be {@link #KEEP}. */
  public AdaptiveAvgPool2d(long height, long width) {
    this.height = height;
    this.width = width;
    this.text = sizes(height, width);
  }

  static String sizes(long... sizes) {
    return Arrays.stream(sizes)
        .mapToObj(AdaptiveAvgPool2d::text)
        .collect(Collectors.joining(", ", "output_size=(", ")"));
  }

  private static String text(long size) {
    return size == KEEP ? "None" : Long.toString(size);
  }

  /** {@code [n, c, h, w]} to {@code [n, c, height, width]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    long h = height < 0 ? input.size(-2) : height;
    long w = width < 0 ? input.size(-1) : width;
    return adaptiveAvgPool2d(input, h, w);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
