package dev.cresset.nn;

import static dev.cresset.Functional.constantPadNd;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts {@code value} around each length. As {@code torch.nn.ConstantPad1d}. */
public final class ConstantPad1d extends ConstantPad1dModule {
  /** How much left and right, in this order. */
  public final long[] padding;

  /** What is put there. */
  public final double value;

  /** The same on every side; negative numbers cut. */
  public ConstantPad1d(long padding, double value) {
    this(new long[] {padding, padding}, value);
  }

  /**
   * So much left and right; negative numbers cut.
   *
   * @throws IllegalArgumentException if these are not 2 numbers
   */
  public ConstantPad1d(long[] padding, double value) {
    this.padding = Window.sides(2, padding);
    this.value = value;
  }

  /** {@code [n, c, l]}, and the same out with larger sizes. */
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
