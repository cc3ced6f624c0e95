package dev.cresset.nn;

import static dev.cresset.Functional.interpolate;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Enlarges images by straight lines between elements, with the corners where they are. As {@code
 * torch.nn.UpsamplingBilinear2d}.
 */
public final class UpsamplingBilinear2d extends UpsamplingBilinear2dModule {
  /** What height and width are multiplied with. */
  public final double[] scaleFactor;

  /** Empty, as the factor says how large. */
  public final long[] size = {};

  private final String text;

  /** By the same factor down and right. */
  public UpsamplingBilinear2d(double scaleFactor) {
    this.scaleFactor = new double[] {scaleFactor};
    this.text = "scale_factor=" + ModuleText.text(scaleFactor);
  }

  /** By these factors. */
  public UpsamplingBilinear2d(double down, double right) {
    this.scaleFactor = new double[] {down, right};
    this.text = "scale_factor=(" + ModuleText.text(down) + ", " + ModuleText.text(right) + ")";
  }

  /** {@code [n, c, h, w]} to {@code [n, c, h · down, w · right]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return interpolate(input, size, scaleFactor, "bilinear", true);
  }

  @Override
  protected String extraRepr() {
    return text + ", mode=bilinear";
  }
}
