package dev.cresset.nn;

import static dev.cresset.Functional.pixelShuffle;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Spreads channels over images that are larger by a factor. As {@code torch.nn.PixelShuffle}. */
public final class PixelShuffle extends PixelShuffleModule {
  /** The factor, of height and width alike. */
  public final long upscaleFactor;

  /** With this factor. */
  public PixelShuffle(long upscaleFactor) {
    this.upscaleFactor = upscaleFactor;
  }

  /** {@code [n, c r², h, w]} to {@code [n, c, h r, w r]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return pixelShuffle(input, upscaleFactor);
  }

  @Override
  protected String extraRepr() {
    return "upscale_factor=" + upscaleFactor;
  }
}
