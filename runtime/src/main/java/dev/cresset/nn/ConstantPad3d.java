package dev.cresset.nn;

import static dev.cresset.Functional.constantPadNd;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts {@code value} around each volume. As {@code torch.nn.ConstantPad3d}. */
public final class ConstantPad3d extends ConstantPad3dModule {
  /** How much left, right, above, below, before and behind, in this order. */
  public final long[] padding;

  /** What is put there. */
  public final double value;

  /** The same on every side; negative numbers cut. */
  public ConstantPad3d(long padding, double value) {
    this(new long[] {padding, padding, padding, padding, padding, padding}, value);
  }

  /**
   * So much left, right, above, below, before and behind; negative numbers cut.
   *
   * @throws IllegalArgumentException if these are not 6 numbers
   */
  public ConstantPad3d(long[] padding, double value) {
    this.padding = Window.sides(6, padding);
    this.value = value;
  }

  /** {@code [n, c, d, h, w]}, and the same out with larger sizes. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return constantPadNd(input, padding, value);
  }

  @Override
  protected String extraRepr() {
    return "padding=%s, value=%s".formatted(ModuleText.tuple(padding), ModuleText.text(value));
  }
}
