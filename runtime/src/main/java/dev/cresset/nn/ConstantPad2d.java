package dev.cresset.nn;

import static dev.cresset.Functional.constantPadNd;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Puts {@code value} around each image. As {@code torch.nn.ConstantPad2d}. */
public final class ConstantPad2d extends ConstantPad2dModule {
  /** How much left, right, above and below, in this order. */
  public final long[] padding;

  /** What is put there. */
  public final double value;

  /** The same on every side; negative numbers cut. */
  public ConstantPad2d(long padding, double value) {
    this(new long[] {padding, padding, padding, padding}, value);
  }

  /**
   * So much left, right, above and below; negative numbers cut.
   *
   * @throws IllegalArgumentException if these are not 4 numbers
   */
  public ConstantPad2d(long[] padding, double value) {
    this.padding = Window.sides(4, padding);
    this.value = value;
  }

  /** {@code [n, c, h, w]}, and the same out with larger sizes. */
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
