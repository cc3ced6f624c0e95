package dev.cresset.nn;

import static dev.cresset.Functional.pad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts the edge's own values around each image. As {@code torch.nn.ReplicationPad2d}. */
public final class ReplicationPad2d extends ReplicationPad2dModule {
  /** How much left, right, above and below, in this order. */
  public final long[] padding;

  /** The same on every side. */
  public ReplicationPad2d(long padding) {
    this(new long[] {padding, padding, padding, padding});
  }

  /**
   * So much left, right, above and below.
   *
   * @throws IllegalArgumentException if these are not 4 numbers
   */
  public ReplicationPad2d(long[] padding) {
    this.padding = Window.sides(4, padding);
  }

  /** {@code [n, c, h, w]}, and the same out with larger sizes. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return pad(input, padding, "replicate");
  }

  @Override
  protected String extraRepr() {
    return ModuleText.tuple(padding);
  }
}
