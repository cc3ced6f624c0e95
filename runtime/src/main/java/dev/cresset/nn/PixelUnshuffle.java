package dev.cresset.nn;

import static dev.cresset.Functional.pixelUnshuffle;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Gathers images into channels, and is smaller by a factor. As {@code torch.nn.PixelUnshuffle}. */
public final class PixelUnshuffle extends PixelUnshuffleModule {
  /** The factor, of height and width alike. */
  public final long downscaleFactor;

  /** With this factor. */
  public PixelUnshuffle(long downscaleFactor) {
    this.downscaleFactor = downscaleFactor;
  }

  /** {@code [n, c, h r, w r]} to {@code [n, c r², h, w]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return pixelUnshuffle(input, downscaleFactor);
  }

  @Override
  protected String extraRepr() {
    return "downscale_factor=" + downscaleFactor;
  }
}
