package dev.cresset.nn;

import static dev.cresset.Functional.pad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts the edge's own values around each volume. As {@code torch.nn.ReplicationPad3d}. */
public final class ReplicationPad3d extends ReplicationPad3dModule {
  /** How much left, right, above, below, before and behind, in this order. */
  public final long[] padding;

  /** The same on every side. */
  public ReplicationPad3d(long padding) {
    this(new long[] {padding, padding, padding, padding, padding, padding});
  }

  /**
   * So much left, right, above, below, before and behind.
   *
   * @throws IllegalArgumentException if these are not 6 numbers
   */
  public ReplicationPad3d(long[] padding) {
    this.padding = Window.sides(6, padding);
  }

  /** {@code [n, c, d, h, w]}, and the same out with larger sizes. */
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
