package dev.cresset.nn;

import static dev.cresset.Functional.interpolate;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Enlarges images by the nearest element. As {@code torch.nn.UpsamplingNearest2d}. */
public final class UpsamplingNearest2d extends UpsamplingNearest2dModule {
  /** What height and width are multiplied with. */
  public final double[] scaleFactor;

  /** Empty, as the factor says how large. */
  public final long[] size = {};

  private final String text;

  /** By the same factor down and right. */
  public UpsamplingNearest2d(double scaleFactor) {
    this.scaleFactor = new double[] {scaleFactor};
    this.text = "scale_factor=" + ModuleText.text(scaleFactor);
  }

  /** By these factors. */
  public UpsamplingNearest2d(double down, double right) {
    this.scaleFactor = new double[] {down, right};
    this.text = "scale_factor=(" + ModuleText.text(down) + ", " + ModuleText.text(right) + ")";
  }

  /** {@code [n, c, h, w]} to {@code [n, c, h · down, w · right]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return interpolate(input, size, scaleFactor, "nearest", false);
  }

  @Override
  protected String extraRepr() {
    return text + ", mode=nearest";
  }
}
